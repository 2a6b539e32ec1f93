<?php

declare(strict_types=1);

namespace AurpayTest\Soak;

/** Whether a number that is read again and again grows: compares the medians of the first and of the last third. */
final class Trend
{
    /** With fewer numbers, a third is no sample. */
    private const LEAST = 15;

    /** @var list<int> */
    private array $values = [];

    /** @param int $warmUp how many of the first numbers do not count */
    public function __construct(private readonly int $warmUp = 0) {}

    public function add(int $value): void
    {
        $this->values[] = $value;
    }

    public function isEnough(): bool
    {
        return count($this->values) - $this->warmUp >= self::LEAST;
    }

    /** @return array{int, int} the medians of the first and of the last third */
    public function medians(): array
    {
        if (!$this->isEnough()) {
            throw new \LogicException(count($this->values) . ' numbers are too few for a trend');
        }
        $counted = array_slice($this->values, $this->warmUp);
        $third = intdiv(count($counted), 3);

        return [self::median(array_slice($counted, 0, $third)), self::median(array_slice($counted, -$third))];
    }

    public function isFlat(int $margin): bool
    {
        [$first, $last] = $this->isEnough() ? $this->medians() : [0, PHP_INT_MAX];

        return $last - $first <= $margin;
    }

    /** Whether the median of the last third is no more than a limit. */
    public function isAtMost(int $limit): bool
    {
        return $this->isEnough() && $this->medians()[1] <= $limit;
    }

    public function describe(): string
    {
        return $this->isEnough() ? implode(' to ', $this->medians()) : 'unknown, because there are too few numbers';
    }

    /** @param list<int> $values */
    private static function median(array $values): int
    {
        sort($values);

        return $values[intdiv(count($values), 2)];
    }
}
