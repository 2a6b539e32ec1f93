<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests\Support;

use Symfony\Component\Process\Process;

/** Chromium, driven by the scripts in tests/browser. */
final class Browser
{
    /**
     * Plays a scenario.
     *
     * @param array<string, mixed> $input what it is about
     *
     * @return array<array-key, mixed> its result
     */
    public static function play(string $scenario, array $input): array
    {
        $process = new Process([
            'node', dirname(__DIR__, 4) . '/tests/support/browser/run.mjs', dirname(__DIR__) . "/browser/$scenario.mjs",
            (string) getenv('AURPAY_LARAVEL_SCREENSHOTS'),
        ], timeout: 600, input: json_encode($input + ['keys' => []], JSON_THROW_ON_ERROR));
        $lines = explode("\n", trim($process->mustRun()->getOutput()));
        $result = json_decode(end($lines), true, 32, JSON_THROW_ON_ERROR);

        return is_array($result) ? $result : throw new \UnexpectedValueException("$scenario has no result");
    }
}
