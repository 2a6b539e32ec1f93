<?php

declare(strict_types=1);

namespace AurpayTest\Soak;

/** The temporary folder of a part of the soak, which belongs to it alone: TMPDIR. */
final class Folder
{
    /** @return list<string> the names of what is in it */
    public static function entries(): array
    {
        return array_values(array_diff(scandir(sys_get_temp_dir()) ?: [], ['.', '..']));
    }

    /** @return list<string> the files in it and in its folders whose names end like this */
    public static function files(string $end = ''): array
    {
        $found = [];
        $folders = [sys_get_temp_dir()];
        while ($folders !== []) {
            $folder = array_pop($folders);
            // A server may remove it meanwhile.
            foreach (array_diff(@scandir($folder) ?: [], ['.', '..']) as $name) {
                $path = "{$folder}/{$name}";
                if (is_dir($path) && !is_link($path)) {
                    $folders[] = $path;
                } elseif (str_ends_with($name, $end)) {
                    $found[] = $path;
                }
            }
        }

        return $found;
    }

    /** How many bytes the files have whose names end like this. */
    public static function bytes(string $end): int
    {
        clearstatcache();

        return array_sum(array_map(static fn (string $path): int => (int) @filesize($path), self::files($end)));
    }
}
