<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

use Aurpay\Sandbox\RemoteMerchant;
use Aurpay\Sandbox\Server;

/** The run's sandbox, with https. Each test has a merchant of its own in it. */
final readonly class Sandbox
{
    private function __construct(private Server $server, public string $caFile) {}

    public static function start(Run $run): self
    {
        $server = Server::start(['tls' => true, 'shop-ca' => $run->certificates->caFile]);
        $caFile = '/tls/sandbox-ca.pem';
        copy((string) $server->caFile, $run->outside($caFile));

        return new self($server, $run->folder . $caFile);
    }

    public function merchant(): RemoteMerchant
    {
        return $this->server->merchant();
    }

    /** The address of the sandbox itself, where a person sees its pages. */
    public function address(): string
    {
        return $this->server->baseUri;
    }

    public function stop(): void
    {
        $this->server->stop();
    }
}
