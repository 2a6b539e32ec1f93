<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** A shop that is paid through the plugin, with the gateway of the test. */
final readonly class PluginShop
{
    /** A coin that every test can choose. */
    public const COIN = 'ETH/USDT-ERC20';

    private const FIELD = 'aurpay_native_coin';
    public const METHOD = 'aurpay_native';

    private function __construct(public Shop $shop, public Gateway $gateway) {}

    /**
     * Sets the plugin up as the merchant's save of the settings does, with the credentials of the gateway's merchant.
     *
     * @param array<string, mixed> $settings in place of the usual ones
     */
    public static function setUp(Shop $shop, Gateway $gateway, array $settings = []): self
    {
        $merchant = $gateway->merchant;
        $shop->php(
            <<<'PHP'
                delete_option('woocommerce_aurpay_native_settings');
                update_option('woocommerce_aurpay_native_settings', $settings, false);
                $services = Aurpay\WooCommerce\Plugin::services();
                $services->site()->confirm();
                $services->coins()->refresh('test');
                $services->jobs()->ensure();
                PHP,
            ['settings' => $settings + [
                'enabled' => 'yes',
                'mode' => 'test',
                'test_base_uri' => $merchant->baseUri,
                'test_ca_file' => $gateway->caFile(),
                'test_api_token' => $merchant->get('api_token'),
                'test_api_secret' => $merchant->get('api_secret'),
                'test_callback_token' => $merchant->get('callback_token'),
                'test_callback_secret' => $merchant->get('callback_secret'),
            ]],
        );

        return new self($shop, $gateway);
    }

    /** Buys a product through the block checkout's API, and returns the order. */
    public function buy(int $product, string $coin = self::COIN): int
    {
        $customer = $this->shop->storeApi();
        $customer->add($product);
        $answer = $customer->checkout(self::METHOD, [self::FIELD => $coin]);
        if ($answer->status !== 200) {
            throw new \RuntimeException("The checkout failed: $answer");
        }

        return $answer->number('order_id');
    }

    /**
     * The fields of the payment method, with a coin.
     *
     * @return array<string, string>
     */
    public static function fields(string $coin = self::COIN): array
    {
        return [self::FIELD => $coin];
    }

    /**
     * The ids of the payments that the gateway has made for an order, the oldest first.
     *
     * @return list<string>
     */
    public function payments(int $order): array
    {
        $ids = [];
        foreach ((array) ($this->gateway->merchant->control('GET', '/orders')['orders'] ?? []) as $payment) {
            $shop = is_array($payment) ? $payment['shop'] ?? null : null;
            $url = is_array($shop) ? $shop['callback_url'] ?? '' : '';
            if (is_array($payment) && is_string($url) && preg_match("/[?&]order={$order}&/", $url) === 1) {
                is_string($payment['order_id']) && $ids[] = $payment['order_id'];
            }
        }

        return array_reverse($ids);
    }

    /** The only payment of an order. */
    public function payment(int $order): string
    {
        $payments = $this->payments($order);

        return count($payments) === 1 ? $payments[0] : throw new \RuntimeException("Order $order has " . count($payments) . ' payments');
    }

    /**
     * The plugin's rows of an order, the oldest first.
     *
     * @return list<array<string, string|null>>
     */
    public function rows(int $order): array
    {
        $rows = $this->shop->php(
            <<<'PHP'
                global $wpdb;
                return $wpdb->get_results($wpdb->prepare("SELECT * FROM {$wpdb->prefix}aurpay_native_payments WHERE order_id = %d ORDER BY id", $order), ARRAY_A);
                PHP,
            ['order' => $order],
        );

        /** @var list<array<string, string|null>> $rows */
        return $rows;
    }

    /** Lets time pass for the payments of an order, and makes them due. */
    public function age(int $order, int $seconds): void
    {
        $this->shop->php(
            <<<'PHP'
                global $wpdb;
                $wpdb->query($wpdb->prepare(
                    "UPDATE {$wpdb->prefix}aurpay_native_payments SET created_at = created_at - %d, next_ask_at = 1,
                    closed_at = IF(closed_at > 0, closed_at - %d, 0), refund_at = IF(refund_at > 0, refund_at - %d, 0),
                    asked_at = IF(asked_at > 0, asked_at - %d, 0) WHERE order_id = %d",
                    $seconds, $seconds, $seconds, $seconds, $order,
                ));
                PHP,
            ['seconds' => $seconds, 'order' => $order],
        );
    }

    /** Runs reconciliation as its job does, for payments that are due. */
    public function reconcile(): void
    {
        $this->shop->cron()->runHook('aurpay_native_reconcile');
    }

    /** Makes the payments of an order due, and runs reconciliation. */
    public function reconcileOrder(int $order): void
    {
        $this->age($order, 0);
        $this->reconcile();
    }

    /**
     * Does something as the customer at the gateway, and waits until the shop has accepted the callback.
     *
     * @param array<string, mixed> $more
     */
    public function pay(string $payment, array $more = []): void
    {
        $this->gateway->play($payment, 'pay', $more);
        $this->gateway->awaitCallback($payment);
    }
}
