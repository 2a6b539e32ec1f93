<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

/** The names of functions of the extension, most of which are static. */
final class Symbols
{
    /** The most functions of a trace that are shown. */
    private const SHOWN = 5;

    /** @var array<string, string> */
    private static array $known = [];

    /**
     * @param list<string> $frames the addresses of a trace, each in its file
     * @return list<string>
     */
    public static function of(string $extension, array $frames): array
    {
        $names = [];
        foreach ($frames as $frame) {
            [$file, $address] = explode('+', $frame, 2) + [1 => ''];
            if (realpath($file) === realpath($extension) && count($names) < self::SHOWN) {
                $name = self::$known[$address] ??= self::look($extension, $address);
                // The witness is on top of every trace.
                if (!str_contains($name, 'witness.c')) {
                    $names[] = $name;
                }
            }
        }

        return $names;
    }

    private static function look(string $extension, string $address): string
    {
        // The return address is behind the call.
        $address = sprintf('0x%x', hexdec($address) - 1);
        exec('addr2line -f -s -e ' . escapeshellarg($extension) . ' ' . escapeshellarg($address), $lines);

        return isset($lines[1]) ? "{$lines[0]}() at " . explode(' ', $lines[1])[0] : $address;
    }
}
