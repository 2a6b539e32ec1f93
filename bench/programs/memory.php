<?php

declare(strict_types=1);

namespace AurpayBench;

/**
 * The memory of this process in KB, as the kernel counts it.
 *
 * @return array{rss: int, private: int, shared: int}
 */
function memory(): array
{
    preg_match_all('~^(\w+):\s+(\d+) kB$~m', (string) file_get_contents('/proc/self/smaps_rollup'), $lines);
    $sizes = array_map(intval(...), array_combine($lines[1], $lines[2]));

    return [
        'rss' => $sizes['Rss'],
        'private' => $sizes['Private_Clean'] + $sizes['Private_Dirty'],
        'shared' => $sizes['Shared_Clean'] + $sizes['Shared_Dirty'],
    ];
}

/** Prints the memory after a number of turns, as the kernel and as PHP count it. */
function report_memory(int $turns): void
{
    echo json_encode(['at' => $turns, 'php' => memory_get_usage()] + memory()), "\n";
}
