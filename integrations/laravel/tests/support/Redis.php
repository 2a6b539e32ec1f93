<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests\Support;

use Symfony\Component\Process\Process;

/** The Redis server of the run, on a socket of its own. It keeps nothing on disk, and ends with the run. */
final class Redis
{
    private static ?self $server = null;

    private readonly string $folder;

    private ?Process $process = null;

    private function __construct()
    {
        $this->folder = sys_get_temp_dir() . '/aurpay-redis-' . bin2hex(random_bytes(6));
        mkdir($this->folder, 0o700);
        $this->start();
    }

    public function __destruct()
    {
        $this->stop();
        (new Process(['rm', '-rf', '--one-file-system', $this->folder]))->run();
    }

    public static function server(): self
    {
        return self::$server ??= new self();
    }

    public function start(): void
    {
        $this->process = $process = new Process([
            'setpriv', '--pdeathsig', 'TERM', 'redis-server', '--port', '0', '--unixsocket', $this->socket(), '--save', '',
        ], $this->folder, timeout: null);
        $process->start();
        Shop::await(function () use ($process): bool {
            $process->isRunning() || throw new \RuntimeException('Redis ended: ' . $process->getOutput() . $process->getErrorOutput());
            $connection = @stream_socket_client("unix://{$this->socket()}");

            return is_resource($connection) && fclose($connection);
        }, 'Redis');
    }

    /** Ends it. What was in it is lost. */
    public function stop(): void
    {
        $this->process?->stop(10);
        $this->process = null;
    }

    /** @return array<string, string> the variables of a shop, whose keys no other shop has */
    public function environment(): array
    {
        return [
            'REDIS_HOST' => $this->socket(),
            'REDIS_PORT' => '0',
            'REDIS_PREFIX' => 'shop-' . bin2hex(random_bytes(6)) . '-',
        ];
    }

    private function socket(): string
    {
        return "{$this->folder}/redis.sock";
    }
}
