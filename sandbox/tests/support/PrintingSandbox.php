<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Tests;

/**
 * A sandbox without --json, as a person sees it.
 */
final class PrintingSandbox
{
    private const PATIENCE_SECONDS = 60;

    /** @var resource */
    private $process;
    /** @var array<int, resource> */
    private array $pipes;
    /** All that it prints before the first request. */
    public readonly string $greeting;
    public readonly string $baseUri;
    public readonly string $apiKey;

    public function __construct(string ...$options)
    {
        $command = [PHP_BINARY, dirname(__DIR__, 2) . '/bin/sandbox', '--exit-on-stdin-close', ...array_values($options)];
        $process = proc_open($command, [['pipe', 'r'], ['pipe', 'w'], ['file', '/dev/null', 'w']], $pipes);
        if ($process === false) {
            throw new Failed('Cannot start the sandbox');
        }
        $this->process = $process;
        $this->pipes = $pipes;
        $greeting = '';
        while (!str_ends_with($greeting, "appear below.\n\n")) {
            $greeting .= $this->line();
        }
        $this->greeting = $greeting;
        $this->baseUri = self::found('~base_uri +(http://\S+)~', $greeting);
        $this->apiKey = self::found('~ api_key +(\S+)~', $greeting);
    }

    /** The next line. Fails if none comes. */
    public function line(): string
    {
        [$read, $none] = [[$this->pipes[1]], null];
        // The sandbox prints whole lines, so the first byte of one means that all of it comes.
        if (stream_select($read, $none, $none, self::PATIENCE_SECONDS) !== 1) {
            throw new Failed('The sandbox prints nothing');
        }
        $line = fgets($this->pipes[1]);

        return $line === false ? throw new Failed('The sandbox has ended') : $line;
    }

    /** Ends it. Returns its exit code. */
    public function stop(): int
    {
        fclose($this->pipes[0]);
        stream_get_contents($this->pipes[1]);

        return proc_close($this->process);
    }

    private static function found(string $pattern, string $text): string
    {
        return preg_match($pattern, $text, $match) === 1 ? $match[1] : throw new Failed("Not in the greeting: $pattern");
    }
}
