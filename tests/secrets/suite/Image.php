<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

/** The memory of a process, as a core dump has it: every readable page, by what it is used for. */
final class Image
{
    private const CHUNK = 1 << 20;

    /**
     * Copies the memory into files.
     *
     * @return array<string, string> the files, by what the memory is used for
     */
    public static function copy(int $process, string $folder): array
    {
        $memory = fopen("/proc/{$process}/mem", 'r') ?: throw new \RuntimeException("the memory of {$process} cannot be read");
        stream_set_read_buffer($memory, 0);
        $files = [];
        foreach (file("/proc/{$process}/maps") ?: [] as $line) {
            if (preg_match('~^([0-9a-f]+)-([0-9a-f]+) r(.)..\s+\S+\s+\S+\s+(\d+)\s*(.*)$~', trim($line), $match) !== 1) {
                continue;
            }
            [, $from, $to, , $inode, $name] = $match;
            $use = self::use($name, $inode, (int) hexdec($to) - (int) hexdec($from));
            if ($use !== null) {
                $files[$use] ??= "{$folder}/" . preg_replace('~\W~', '-', $use);
                self::append($memory, (int) hexdec($from), (int) hexdec($to), $files[$use]);
            }
        }

        return $files;
    }

    private static function use(string $name, string $inode, int $size): ?string
    {
        return match (true) {
            in_array($name, ['[vvar]', '[vsyscall]', '[vdso]'], true) => null,
            $name === '[heap]' => 'the heap of malloc',
            str_starts_with($name, '[stack') => 'the stack',
            // The engine takes chunks of 2 MiB.
            $inode === '0' => $size % (2 << 20) === 0 ? 'the heap of PHP' : 'other memory',
            default => 'data of libraries',
        };
    }

    /** @param resource $memory */
    private static function append($memory, int $from, int $to, string $file): void
    {
        $copy = fopen($file, 'a') ?: throw new \RuntimeException("cannot write {$file}");
        for ($at = $from; $at < $to; $at += self::CHUNK) {
            // Some pages cannot be read, as in a core dump.
            if (fseek($memory, $at) === 0) {
                fwrite($copy, (string) @fread($memory, min(self::CHUNK, $to - $at)));
            }
        }
        fclose($copy);
    }
}
