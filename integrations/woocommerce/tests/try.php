<?php

declare(strict_types=1);

// ./dev woocommerce --shop: a shop and a sandbox to try by hand, until Ctrl-C.

use Aurpay\WooCommerce\Tests\Support\Gateway;
use Aurpay\WooCommerce\Tests\Support\PluginShop;
use Aurpay\WooCommerce\Tests\Support\Run;
use Aurpay\WooCommerce\Tests\Support\Shop;
use Aurpay\WooCommerce\Tests\Support\ShopOptions;
use Aurpay\WooCommerce\Tests\Support\Template;

require __DIR__ . '/bootstrap.php';

$run = Run::current();
$sandbox = $run->sandbox();
$shop = Shop::open($run, new ShopOptions());
$gateway = new Gateway($sandbox->merchant(), $sandbox);
if ($run->settings->plugin !== null && $run->settings->woocommerce !== null) {
    PluginShop::setUp($shop, $gateway);
}
$lines = [
    'Shop' => $shop->home . '/' . ($run->settings->woocommerce === null ? '' : 'shop/'),
    'Administrator' => "$shop->home/wp-admin/   admin, " . Template::PASSWORD,
    'Sandbox' => $gateway->merchant->baseUri . '/',
    'Their CAs' => "{$run->certificates->caFile}\n               " . $gateway->merchant->caFile,
    'Mails' => $shop->file('state/mails.jsonl'),
    'PHP\'s log' => $shop->file('state/php.log'),
    'Plugin' => $shop->file('wp-content/plugins/aurpay-native-gateway'),
];
foreach ($lines as $name => $value) {
    printf("%-15s%s\n", $name, $value);
}
echo "Jobs run every minute. Ctrl-C stops all.\n";
for (;;) {
    if ($run->settings->woocommerce !== null) {
        $shop->cron()->run();
    }
    sleep(60);
}
