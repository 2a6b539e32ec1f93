<?php

declare(strict_types=1);

namespace AurpayBench;

/** The values of a quantity in all repetitions. */
final readonly class Sample
{
    /** @var non-empty-list<int|float> in the order in which they were measured */
    public array $values;

    /** @param list<int|float> $values */
    public function __construct(array $values)
    {
        $this->values = $values === [] ? throw new Failure('nothing was measured') : $values;
    }

    public function median(): float
    {
        $sorted = $this->values;
        sort($sorted);
        $count = count($sorted);
        $middle = intdiv($count, 2);

        return (float) ($count % 2 === 1 ? $sorted[$middle] : ($sorted[$middle - 1] + $sorted[$middle]) / 2);
    }

    public function min(): float
    {
        return (float) min($this->values);
    }

    public function max(): float
    {
        return (float) max($this->values);
    }
}
