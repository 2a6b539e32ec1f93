<?php

declare(strict_types=1);

namespace AurpayTest\Soak;

/** Prints what happens and what was checked, and counts the checks. */
final class Report
{
    private readonly float $began;
    private int $passed = 0;
    private int $failed = 0;

    public function __construct(private readonly string $part)
    {
        $this->began = microtime(true);
    }

    public function seconds(): float
    {
        return microtime(true) - $this->began;
    }

    public function say(string $what): void
    {
        printf("%s %4d s  %s\n", $this->part, $this->seconds(), $what);
    }

    public function check(string $what, bool $isSo): void
    {
        $isSo ? $this->passed++ : $this->failed++;
        $this->say(($isSo ? 'ok    ' : 'FAIL  ') . $what);
    }

    /** Prints the total. Returns whether nothing failed. */
    public function finish(): bool
    {
        echo "{$this->passed} passed, {$this->failed} failed\n";

        return $this->failed === 0 && $this->passed > 0;
    }
}
