<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** What PHP has complained about in a shop. */
final readonly class Problems
{
    public const PLUGIN = 'aurpay-native-gateway';

    /**
     * @param string $state the folder of the shop's state, as this process sees it
     */
    public function __construct(private string $state) {}

    /**
     * Warnings, notices and deprecations in a plugin or caused by it, and everything fatal, wherever it is.
     *
     * @return list<string>
     */
    public function of(string $plugin = self::PLUGIN): array
    {
        $problems = [];
        foreach (JsonLines::read("{$this->state}/problems.jsonl") as $problem) {
            $line = is_array($problem) ? json_encode($problem, JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR) : '';
            if (str_contains($line, $plugin)) {
                $problems[] = $line;
            }
        }
        preg_match_all('/^.*PHP (?:Fatal|Parse|Recoverable fatal) error: .*$/m', $this->log(), $match);

        return [...$problems, ...$match[0]];
    }

    /** PHP's log. */
    public function log(): string
    {
        return (string) @file_get_contents("{$this->state}/php.log");
    }

    public function clear(): void
    {
        @unlink("{$this->state}/problems.jsonl");
        @unlink("{$this->state}/php.log");
    }
}
