<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests\Support;

use Aurpay\Sandbox\RemoteMerchant;
use Aurpay\Sandbox\Server;
use AurpayTest\PhpUnit\PlaysMerchant;

/** A merchant of its own in the sandbox of the run. */
final class Gateway
{
    use PlaysMerchant;

    /** @var array<string, Server> those of the run */
    private static array $servers = [];

    public readonly RemoteMerchant $merchant;

    /** The CA of its address; null without TLS. */
    public readonly ?string $caFile;

    /**
     * @param bool        $tls    with https, which keeps connections; plain http is served by PHP itself, which closes them
     * @param Server|null $server in place of that of the run
     */
    public function __construct(bool $tls = false, ?Server $server = null)
    {
        $server ??= self::$servers[$tls ? 'https' : 'http'] ??= Server::start($tls ? ['tls' => true] : []);
        $this->merchant = $server->merchant();
        $this->caFile = $server->caFile;
    }

    /** @return array<string, string> the values of config/aurpay.php */
    public function credentials(): array
    {
        return array_combine(
            $names = ['api_token', 'api_secret', 'callback_token', 'callback_secret'],
            array_map(fn (string $name): string => $this->merchant->get($name), $names),
        );
    }

    /** Chooses the coin of a hosted payment as its customer, or another coin, and returns the id of the payment. */
    public function choose(string $payUrl, string $chain, string $coin, string $action = 'choose'): string
    {
        $id = $this->merchant->control('POST', '/pay', [
            'pay_url' => $payUrl, 'action' => $action, 'chain' => $chain, 'currency' => $coin,
        ])['order_id'] ?? null;

        return is_string($id) ? $id : throw new \RuntimeException('The sandbox has made no payment');
    }

    public function status(string $id): string
    {
        $status = $this->payment($id)['status'] ?? null;

        return is_string($status) ? $status : '';
    }

    protected function merchant(): RemoteMerchant
    {
        return $this->merchant;
    }
}
