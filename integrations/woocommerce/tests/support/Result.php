<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** What became of a process. */
final readonly class Result
{
    /** The exit status of a process that was killed with SIGKILL, as a shell reports it. */
    private const KILLED = 137;

    public function __construct(public int $status, public string $output, public string $errors) {}

    public function wasKilled(): bool
    {
        return $this->status === self::KILLED;
    }

    /** Everything that it has written, as text: WordPress writes its errors as pages. */
    public function said(): string
    {
        $text = strip_tags((string) preg_replace('~<style.*?</style>~s', '', $this->errors . $this->output));

        return trim((string) preg_replace('/\s*\n\s*/', "\n", $text));
    }

    /** The output of a process that has succeeded. */
    public function requireSuccess(string $what): string
    {
        if ($this->status !== 0) {
            throw new \RuntimeException("$what failed with status {$this->status}:\n{$this->said()}");
        }

        return $this->output;
    }
}
