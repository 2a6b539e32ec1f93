<?php

declare(strict_types=1);

namespace AurpayBench\Server;

use Aurpay\Sandbox\Process\Ports;
use AurpayBench\{Command, Tools};

/** A gateway's front that allows few connections: HAProxy. More of them wait until one is closed. */
final class Limiter
{
    private readonly Command $proxy;
    private readonly Folder $folder;
    private int $port = 0;

    /**
     * @param string $gateway host and port
     * @param int $idleSeconds how long it keeps a connection without requests
     */
    public function __construct(Tools $tools, string $gateway, int $connections, int $idleSeconds)
    {
        $this->folder = new Folder($tools, 'haproxy');
        $this->proxy = Startup::of(
            'haproxy',
            fn (): Command => $this->start($gateway, $connections, $idleSeconds),
            fn (): string => "tcp://127.0.0.1:{$this->port}",
        );
    }

    public function __destruct()
    {
        $this->proxy->stop();
    }

    public function baseUri(): string
    {
        return "https://127.0.0.1:{$this->port}";
    }

    private function start(string $gateway, int $connections, int $idleSeconds): Command
    {
        $this->port = Ports::free();
        $file = "{$this->folder->path}/haproxy.cfg";
        file_put_contents($file, <<<HAPROXY
            defaults
                mode tcp
                timeout connect 5s
                timeout client {$idleSeconds}s
                timeout server {$idleSeconds}s
            frontend front
                bind 127.0.0.1:{$this->port}
                maxconn {$connections}
                default_backend gateway
            backend gateway
                server nginx {$gateway}

            HAPROXY);

        return new Command(['haproxy', '-db', '-f', $file], stopSignal: Command::SIGTERM);
    }
}
