<?php

declare(strict_types=1);

namespace AurpayBench;

/**
 * Counts what a program does: instructions (callgrind) and allocations (memcheck). One run says little, for most of
 * it is start-up: what is counted here is the difference between a long and a short run, for each turn between.
 */
final readonly class Valgrind
{
    /** PCRE's JIT writes code. */
    private const COMMON = ['valgrind', '--smc-check=all-non-file', '--trace-children=no'];

    /**
     * @param \Closure(int): list<string> $command a program that takes so many turns
     * @param array<string, string> $variables
     */
    public static function instructionsPerTurn(\Closure $command, int $few, int $many, array $variables = []): float
    {
        $count = static fn (int $turns): int => self::instructions($command($turns), $variables);

        return ($count($many) - $count($few)) / ($many - $few);
    }

    /**
     * Those of libc and, as USE_ZEND_ALLOC=0 sends them there, of PHP.
     *
     * @param \Closure(int): list<string> $command
     * @param array<string, string> $variables
     */
    public static function allocationsPerTurn(\Closure $command, int $few, int $many, array $variables = []): float
    {
        $count = static fn (int $turns): int => self::allocations($command($turns), $variables);

        return ($count($many) - $count($few)) / ($many - $few);
    }

    /**
     * @param list<string> $command
     * @param array<string, string> $variables
     */
    public static function instructions(array $command, array $variables = []): int
    {
        $options = ['--tool=callgrind', '--callgrind-out-file=/dev/null'];

        return self::count($options, $command, $variables, '~Collected : ([0-9]+)~');
    }

    /**
     * @param list<string> $command
     * @param array<string, string> $variables
     */
    private static function allocations(array $command, array $variables): int
    {
        $options = ['--tool=memcheck', '--leak-check=no', '--undef-value-errors=no'];

        $variables += ['USE_ZEND_ALLOC' => '0'];

        return self::count($options, $command, $variables, '~heap usage: ([0-9,]+) allocs~');
    }

    /**
     * @param list<string> $options
     * @param list<string> $command
     * @param array<string, string> $variables
     */
    private static function count(array $options, array $command, array $variables, string $pattern): int
    {
        $run = new Command([...self::COMMON, ...$options, ...$command], $variables);
        $run->finish();
        if (preg_match($pattern, $run->errors(), $match) !== 1) {
            throw new Failure("valgrind counted nothing\n{$run->errors()}");
        }

        return (int) str_replace(',', '', $match[1]);
    }
}
