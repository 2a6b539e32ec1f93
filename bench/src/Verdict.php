<?php

declare(strict_types=1);

namespace AurpayBench;

/** A target, and whether it is reached. */
final readonly class Verdict
{
    private function __construct(public string $target, public string $value, public bool $isReached) {}

    /** A target: at most $limit times another contender's median. */
    public static function atMost(float $limit, string $of, Sample $ours, Sample $theirs): self
    {
        $ratio = $ours->median() / $theirs->median();

        return new self(sprintf('≤ %.2f × %s', $limit, $of), sprintf('%.2f ×', $ratio), $ratio <= $limit);
    }

    public static function atLeast(float $limit, string $of, Sample $ours, Sample $theirs): self
    {
        $ratio = $ours->median() / $theirs->median();

        return new self(sprintf('≥ %.2f × %s', $limit, $of), sprintf('%.2f ×', $ratio), $ratio >= $limit);
    }

    /** A target: at most an amount. */
    public static function amount(float $limit, string $unit, string $what, float $amount): self
    {
        return new self(
            sprintf('%s ≤ %s %s', $what, self::number($limit), $unit),
            sprintf('%s %s', self::number($amount), $unit),
            $amount <= $limit,
        );
    }

    private static function number(float $number): string
    {
        return rtrim(rtrim(sprintf('%.2f', $number), '0'), '.');
    }
}
