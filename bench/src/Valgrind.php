<?php

declare(strict_types=1);

namespace AurpayBench;

/** Counts instructions (callgrind) and allocations (memcheck) of a program. */
final readonly class Valgrind
{
    /** PCRE's JIT generates code at run time. */
    private const COMMON = ['valgrind', '--smc-check=all-non-file', '--trace-children=no'];

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
     * Allocations of libc, and those of PHP, which USE_ZEND_ALLOC=0 sends to libc.
     *
     * @param list<string> $command
     * @param array<string, string> $variables
     */
    public static function allocations(array $command, array $variables = []): int
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
