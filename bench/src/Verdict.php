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

    /** A target: not less than another contender in any repetition. */
    public static function inEveryRound(string $than, Sample $ours, Sample $theirs): self
    {
        $ratios = array_map(
            static fn (int|float $our, int|float $their): float => $our / $their,
            $ours->values,
            $theirs->values,
        );
        $least = min($ratios);

        return new self("≥ {$than} in every round", sprintf('at least %.2f ×', $least), $least >= 1.0);
    }

    /** A target: at most an amount more than another contender's median. */
    public static function more(float $limit, string $than, Sample $ours, Sample $theirs): self
    {
        $more = round($ours->median() - $theirs->median());

        return new self(sprintf('≤ %s + %s', $than, number_format($limit)), number_format($more), $more <= $limit);
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
