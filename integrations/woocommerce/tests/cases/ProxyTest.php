<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests;

use Aurpay\WooCommerce\Tests\Support\ConnectProxy;
use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('The proxy of wp-config.php')]
final class ProxyTest extends PluginTestCase
{
    #[TestDox('with its name and password is used for the calls to Aurpay, where WordPress would use it')]
    public function testUsed(): void
    {
        $aurpay = $this->aurpay();
        $product = $aurpay->shop->orders()->product('Thing', '25.00', 5);
        $proxy = ConnectProxy::start('shop:p@ss:wörd/%');
        // WordPress itself uses no proxy for the shop's own host, where the sandbox is.
        $constants = '<?php
            define("WP_PROXY_HOST", "127.0.0.1");
            define("WP_PROXY_PORT", "' . $proxy->port . '");
            define("WP_PROXY_USERNAME", "shop");
            define("WP_PROXY_PASSWORD", "p@ss:wörd/%");
            ';
        $file = $aurpay->shop->file('wp-content/mu-plugins/proxy.php');
        $gateway = preg_replace('~^https://([^/]+).*$~', '$1', $aurpay->gateway->merchant->baseUri);
        try {
            file_put_contents($file, $constants);
            $aurpay->buy($product);
            self::assertSame([], $proxy->tunnels(), 'WordPress would not use it');

            file_put_contents($file, $constants . 'add_filter("pre_http_send_through_proxy", "__return_true");');
            $order = $aurpay->buy($product);
        } finally {
            unlink($file);
        }

        self::assertSame([[$gateway, true]], $proxy->tunnels());
        self::assertCount(1, $aurpay->payments($order));
        $proxy->stop();
    }
}
