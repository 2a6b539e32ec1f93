<?php

declare(strict_types=1);

namespace AurpayBench;

/** All measures, in the order of the table. */
final readonly class Measures
{
    /** @return array<string, Measure> by name */
    public static function all(): array
    {
        $measures = [
            new Measure\Throughput('rsa'),
            new Measure\Throughput('ecdsa'),
            new Measure\Best(),
            new Measure\Latency(),
            new Measure\Page(),
            new Measure\Instructions(),
            new Measure\Loop(),
            new Measure\FirstCall(),
            new Measure\Details(),
            new Measure\Decode(),
            new Measure\CallbackVerify(),
            new Measure\Idle(),
            new Measure\Memory(),
            new Measure\Scale(),
        ];

        $names = array_map(static fn (Measure $measure): string => $measure->name(), $measures);

        return array_combine($names, $measures);
    }
}
