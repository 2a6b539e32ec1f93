<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** A proxy that asks for a name and a password. It ends with this object. */
final readonly class ConnectProxy
{
    private function __construct(private Process $process, public int $port, private string $control) {}

    /** @param string $credentials "name:password" */
    public static function start(string $credentials): self
    {
        $script = dirname(__DIR__, 4) . '/tests/support/proxy.py';
        $process = Process::start(['python3', $script, '--require', $credentials]);
        while (($line = strstr($process->said(), "\n", true)) === false) {
            if (!$process->isRunning()) {
                throw new \RuntimeException('The proxy ended: ' . $process->said());
            }
            usleep(10_000);
        }
        $ready = json_decode($line, true, 8, JSON_THROW_ON_ERROR);
        if (!is_array($ready) || !is_int($ready['port'] ?? null) || !is_string($ready['control'] ?? null)) {
            throw new \RuntimeException("The proxy said: $line");
        }

        return new self($process, $ready['port'], $ready['control']);
    }

    /**
     * The tunnels that were asked for: "host:port" and whether the credentials were right.
     *
     * @return list<array{string, bool}>
     */
    public function tunnels(): array
    {
        $log = json_decode((string) file_get_contents("{$this->control}/log"), true, 16, JSON_THROW_ON_ERROR);
        $tunnels = [];
        foreach (is_array($log) && is_array($log['requests'] ?? null) ? $log['requests'] : [] as $request) {
            is_array($request) && is_string($request['target']) && $tunnels[] = [$request['target'], $request['authorised'] === true];
        }

        return $tunnels;
    }

    public function stop(): void
    {
        $this->process->kill();
    }
}
