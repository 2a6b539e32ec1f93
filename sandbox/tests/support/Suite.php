<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Tests;

/**
 * Runs tests one after the other and prints a line for each.
 */
final class Suite
{
    private int $passed = 0;
    private int $failed = 0;

    /** @param list<string> $only run only tests whose title contains one of these */
    public function __construct(private readonly array $only = []) {}

    /**
     * @param \Closure(): void $test
     */
    public function test(string $title, \Closure $test): void
    {
        if ($this->only !== [] && str_replace($this->only, '', $title) === $title) {
            return;
        }
        try {
            $test();
            $this->passed++;
            echo "ok    $title\n";
        } catch (Skipped $reason) {
            echo "skip  $title: ", $reason->getMessage(), "\n";
        } catch (\Throwable $failure) {
            $this->failed++;
            $place = $failure instanceof Failed ? '' : sprintf(' (%s:%d)', $failure->getFile(), $failure->getLine());
            echo "FAIL  $title\n      ", $failure->getMessage(), $place, "\n";
        }
    }

    public function finish(): int
    {
        echo "{$this->passed} passed, {$this->failed} failed\n";

        return $this->failed === 0 && $this->passed > 0 ? 0 : 1;
    }
}
