<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Tests;

/**
 * A running sandbox, started as a shop author starts it.
 */
final class Sandbox extends World
{
    /** @var resource */
    private $process;
    /** @var array<int, resource> */
    private array $pipes;
    private bool $stopped = false;

    /** @param string ...$options the sandbox's own, and PHP's settings as "-dNAME=VALUE" */
    public function __construct(string ...$options)
    {
        $settings = array_values(array_filter($options, static fn (string $option): bool => str_starts_with($option, '-d')));
        $command = [PHP_BINARY, ...$settings, dirname(__DIR__, 2) . '/bin/sandbox', '--json', '--exit-on-stdin-close'];
        $descriptors = [['pipe', 'r'], ['pipe', 'w'], ['pipe', 'w']];
        $process = proc_open([...$command, ...array_values(array_diff($options, $settings))], $descriptors, $pipes);
        if ($process === false) {
            throw new Failed('Cannot start the sandbox');
        }
        $this->process = $process;
        $this->pipes = $pipes;
        $line = (string) fgets($pipes[1]);
        if ($line === '') {
            throw new Failed('No sandbox: ' . stream_get_contents($pipes[2]));
        }
        $ready = new Answer(0, [], $line, 0, 0);
        $ca = $ready->at('ca_file');
        parent::__construct($ready, new Http(is_string($ca) ? $ca : null));
    }

    /** A merchant with a world of its own. */
    public function merchant(string $name = ''): World
    {
        return new World($this->control('POST', '/merchants', $name === '' ? [] : ['name' => $name]), $this->http);
    }

    public function __destruct()
    {
        $this->stop();
    }

    /** The output after the line of JSON, and the exit code. */
    public function stop(?int $signal = null): string
    {
        if ($this->stopped) {
            return '';
        }
        $this->stopped = true;
        if ($signal !== null) {
            proc_terminate($this->process, $signal);
        }
        $signal === null && fclose($this->pipes[0]);
        $rest = stream_get_contents($this->pipes[1]) . stream_get_contents($this->pipes[2]);

        return $rest . 'exit ' . proc_close($this->process);
    }

    /** Waits for a line on standard error that contains a text. */
    public function awaitComplaint(string $part): void
    {
        do {
            [$read, $none] = [[$this->pipes[2]], null];
            // It writes whole lines, so the first byte of one means that all of it comes.
            $line = stream_select($read, $none, $none, 60) === 1 ? fgets($this->pipes[2]) : false;
            if ($line === false) {
                throw new Failed("The sandbox does not complain: $part");
            }
        } while (!str_contains($line, $part));
    }

    /** @return list<string> the folders of all that run */
    public static function folders(): array
    {
        return glob(sys_get_temp_dir() . '/aurpay-sandbox-*') ?: [];
    }

    /**
     * Kills the sandbox with SIGKILL, and checks that its servers end and its folder is removed.
     *
     * @param list<string> $before the folders that existed before it
     */
    public function killWithoutTrace(array $before): void
    {
        $base = $this->ready->text('base_uri');
        $this->stop(SIGKILL);
        $refused = static fn (): bool => (new Http())->send('GET', $base . '/')->curlError === CURLE_COULDNT_CONNECT;
        Check::soon($refused, 'the end');
        Check::soon(static fn (): bool => array_diff(self::folders(), $before) === [], 'the clean-up');
    }
}
