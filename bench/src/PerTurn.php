<?php

declare(strict_types=1);

namespace AurpayBench;

/** What a turn costs, without start-up: the difference between many and few turns, divided by the difference in turns. */
final readonly class PerTurn
{
    /** @param \Closure(int): int $count counts what that many turns cost */
    public static function of(\Closure $count, int $few, int $many): float
    {
        return ($count($many) - $count($few)) / ($many - $few);
    }
}
