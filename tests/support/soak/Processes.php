<?php

declare(strict_types=1);

namespace AurpayTest\Soak;

/** What the kernel says of processes. */
final class Processes
{
    /** @return list<int> the children of a process, zombies too */
    public static function children(int $parent): array
    {
        $children = @file_get_contents("/proc/{$parent}/task/{$parent}/children");
        if ($children === false) {
            // The kernel was built without that file.
            return array_keys(self::parents(), $parent, true);
        }

        return array_map(intval(...), preg_split('/ /', $children, -1, PREG_SPLIT_NO_EMPTY) ?: []);
    }

    /** @return list<int> the children of a process, their children, and so on */
    public static function descendants(int $ancestor): array
    {
        $found = [];
        foreach (self::children($ancestor) as $child) {
            array_push($found, $child, ...self::descendants($child));
        }

        return $found;
    }

    /** @return list<int> those of the processes that have ended, and that nobody has waited for */
    public static function zombies(int ...$processes): array
    {
        return array_values(array_filter($processes, static fn (int $one): bool => (self::stat($one)[0] ?? '') === 'Z'));
    }

    public static function parent(int $process): int
    {
        return (int) (self::stat($process)[1] ?? 0);
    }

    public static function kilobytes(int $process): int
    {
        $status = @file_get_contents("/proc/{$process}/status");

        return preg_match('/^VmRSS:\s+(\d+) kB$/m', (string) $status, $match) === 1 ? (int) $match[1] : 0;
    }

    public static function descriptors(int $process): int
    {
        $names = @scandir("/proc/{$process}/fd");

        return $names === false ? 0 : count($names) - 2;
    }

    /** @return array<int, int> the parent of each process */
    private static function parents(): array
    {
        $parents = [];
        foreach (scandir('/proc') ?: [] as $name) {
            if (ctype_digit($name)) {
                $parents[(int) $name] = self::parent((int) $name);
            }
        }

        return $parents;
    }

    /** @return list<string> what follows the program's name: state, parent, … */
    private static function stat(int $process): array
    {
        $stat = (string) @file_get_contents("/proc/{$process}/stat");
        $end = strrpos($stat, ')');

        return $end === false ? [] : explode(' ', trim(substr($stat, $end + 1)));
    }
}
