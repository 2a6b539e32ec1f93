<?php

declare(strict_types=1);

namespace AurpayBench\Server;

use Aurpay\Sandbox\Process\Ports;
use AurpayBench\{Command, Failure, Tools};

/** A gateway's front that allows few connections: HAProxy. More of them wait until one is closed. */
final readonly class Limiter
{
    private const ATTEMPTS = 5;
    private const START_SECONDS = 10.0;

    private Command $proxy;
    private string $file;
    private int $port;

    /**
     * @param string $gateway host and port
     * @param int $idleSeconds how long it keeps a connection without requests
     */
    public function __construct(Tools $tools, string $gateway, int $connections, int $idleSeconds)
    {
        $this->file = "{$tools->folder}/haproxy-" . bin2hex(random_bytes(4)) . '.cfg';
        for ($attempt = 1; $attempt <= self::ATTEMPTS; $attempt++) {
            $port = Ports::free();
            file_put_contents($this->file, <<<HAPROXY
                defaults
                    mode tcp
                    timeout connect 5s
                    timeout client {$idleSeconds}s
                    timeout server {$idleSeconds}s
                frontend front
                    bind 127.0.0.1:{$port}
                    maxconn {$connections}
                    default_backend gateway
                backend gateway
                    server nginx {$gateway}

                HAPROXY);
            $proxy = new Command(['haproxy', '-db', '-f', $this->file], stopSignal: Command::SIGTERM);
            if (self::isReady($proxy, $port)) {
                [$this->proxy, $this->port] = [$proxy, $port];

                return;
            }
            $proxy->stop();
        }

        throw new Failure("haproxy does not start\n{$proxy->said()}");
    }

    public function __destruct()
    {
        $this->proxy->stop();
        unlink($this->file);
    }

    public function baseUri(): string
    {
        return "https://127.0.0.1:{$this->port}";
    }

    private static function isReady(Command $proxy, int $port): bool
    {
        $deadline = microtime(true) + self::START_SECONDS;
        while ($proxy->isRunning() && microtime(true) < $deadline) {
            $stream = @stream_socket_client("tcp://127.0.0.1:{$port}");
            if ($stream !== false) {
                fclose($stream);

                return true;
            }
            usleep(2000);
        }

        return false;
    }
}
