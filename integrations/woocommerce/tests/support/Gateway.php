<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

use Aurpay\Sandbox\RemoteMerchant;
use AurpayTest\PhpUnit\PlaysMerchant;

/** The gateway as one test sees it: a merchant of its own in the sandbox, with the words that tests of shops need. */
final readonly class Gateway
{
    use PlaysMerchant;

    public function __construct(public RemoteMerchant $merchant, private Sandbox $sandbox) {}

    /** The CA of the gateway's address, as a file in the chroot. */
    public function caFile(): string
    {
        return $this->sandbox->caFile;
    }

    /**
     * The ids of the payments that the shop has made for one of its orders, the oldest first. A payment whose coin was chosen
     * in the shop has the order only in its callback's address.
     *
     * @return list<string>
     */
    public function paymentsOf(int $order): array
    {
        $ids = [];
        foreach ((array) ($this->merchant->control('GET', '/orders')['orders'] ?? []) as $payment) {
            $shop = is_array($payment) ? $payment['shop'] ?? null : null;
            if (!is_array($payment) || !is_array($shop) || !is_string($payment['order_id'])) {
                continue;
            }
            $url = is_string($shop['callback_url'] ?? null) ? $shop['callback_url'] : '';
            parse_str((string) parse_url($url, PHP_URL_QUERY), $query);
            if (in_array((string) $order, [$shop['id'] ?? null, $query['order'] ?? null], true)) {
                $ids[] = $payment['order_id'];
            }
        }
        sort($ids);

        return $ids;
    }

    /** The address that the shop wants to be called at. */
    public function callbackUrl(string $id): string
    {
        $shop = $this->payment($id)['shop'] ?? null;
        $url = is_array($shop) ? $shop['callback_url'] ?? null : null;

        return is_string($url) ? $url : throw new \RuntimeException("Payment $id has no callback_url");
    }

    /** Waits until the shop has accepted the callback about a payment. */
    public function awaitCallback(string $id): void
    {
        $this->merchant->awaitCallback($id, 'delivered', 120);
    }

    /** A sender of callbacks about a payment, at the address that the shop has given for it. */
    public function callbacks(Shop $shop, string $id): CallbackSender
    {
        return $this->callbacksTo($shop, $this->callbackUrl($id));
    }

    /** A sender of callbacks to an address of the shop. */
    public function callbacksTo(Shop $shop, string $url): CallbackSender
    {
        return new CallbackSender($shop, $this->merchant, $url);
    }

    protected function merchant(): RemoteMerchant
    {
        return $this->merchant;
    }
}
