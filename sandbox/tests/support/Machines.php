<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Tests;

/**
 * Tests on two machines: this process is the first, and runs programs on the second.
 */
final class Machines
{
    public const FIRST = '10.77.0.1';
    public const SECOND = '10.77.0.2';
    /** The second machine's other address. */
    public const THIRD = '10.77.0.3';

    /** Runs one of the scenarios in machines/scenarios.php on two machines of its own. */
    public static function run(string $title): void
    {
        $command = [__DIR__ . '/two-machines.sh', PHP_BINARY, dirname(__DIR__) . '/machines/run.php', $title];
        $process = proc_open($command, [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]], $pipes);
        if ($process === false) {
            throw new Failed('Cannot start two machines');
        }
        $output = trim((string) stream_get_contents($pipes[1]));
        $code = proc_close($process);
        if ($code === 77) {
            throw new Skipped($output);
        }
        Check::same(0, $code, $output);
    }

    /**
     * A command that runs PHP on the second machine; on this one in a test without a second.
     *
     * @return non-empty-list<string>
     */
    public static function php(string ...$arguments): array
    {
        $prefix = array_filter(explode(' ', (string) getenv('OTHER_MACHINE')));

        return ['/usr/bin/env', ...array_values($prefix), PHP_BINARY, ...array_values($arguments)];
    }

    /** Gives names an address, on both machines: a line of /etc/hosts each. */
    public static function name(string ...$lines): void
    {
        file_put_contents(getenv('MACHINES') . '/hosts', implode("\n", ['127.0.0.1 localhost', ...$lines]) . "\n");
    }

    /**
     * A call from the second machine, by an HTTP client that knows nothing but the CA.
     *
     * @param array<string, mixed>  $body
     * @param array<string, string> $headers
     */
    public static function call(string $method, string $url, ?string $ca, array $headers = [], array $body = []): Answer
    {
        $request = (string) json_encode([$method, $url, $ca, $headers, $body === [] ? null : json_encode($body)]);
        $command = self::php(dirname(__DIR__) . '/machines/call.php', $request);
        $output = (string) shell_exec(implode(' ', array_map(escapeshellarg(...), $command)));
        $answer = json_decode($output, true);
        if (!is_array($answer) || !is_int($answer[0] ?? null) || !is_string($answer[1] ?? null)) {
            throw new Failed("No answer: $output");
        }

        return new Answer($answer[0], [], $answer[1], is_int($answer[2] ?? null) ? $answer[2] : 0, 0);
    }
}
