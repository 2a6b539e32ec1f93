<?php

declare(strict_types=1);

namespace AurpayBench;

/** Puts load on a page with wrk. */
final readonly class Wrk
{
    private const MILLISECONDS = ['us' => 0.001, 'ms' => 1.0, 's' => 1000.0];

    /**
     * Warms up first: the first requests fill caches and open the connections that are kept.
     *
     * @return array{'requests/s': float, 'p50 ms': float, 'p99 ms': float}
     */
    public static function loadWarm(string $url, int $connections, int $seconds): array
    {
        self::load($url, $connections, 1);

        return self::load($url, $connections, $seconds);
    }

    /** @return array{'requests/s': float, 'p50 ms': float, 'p99 ms': float} */
    private static function load(string $url, int $connections, int $seconds): array
    {
        $load = ['-t', '1', '-c', (string) $connections, '-d', "{$seconds}s"];
        $output = Command::output(['wrk', '--latency', ...$load, $url]);
        if (preg_match('~Socket errors|Non-2xx~', $output) === 1) {
            throw new Failure("a request failed: {$output}");
        }

        return [
            'requests/s' => (float) self::find('~Requests/sec:\s+([0-9.]+)~', $output)[1],
            'p50 ms' => self::latency('50', $output),
            'p99 ms' => self::latency('99', $output),
        ];
    }

    private static function latency(string $percentile, string $output): float
    {
        $match = self::find("~^\s+{$percentile}%\s+([0-9.]+)(us|ms|s)$~m", $output);

        return (float) $match[1] * self::MILLISECONDS[$match[2]];
    }

    /** @return array<string> */
    private static function find(string $pattern, string $output): array
    {
        return preg_match($pattern, $output, $match) === 1 ? $match : throw new Failure("wrk said: {$output}");
    }
}
