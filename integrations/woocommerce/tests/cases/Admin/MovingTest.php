<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Admin;

use Aurpay\WooCommerce\Tests\Support\Button;
use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use Aurpay\WooCommerce\Tests\Support\Response;
use Aurpay\WooCommerce\Tests\Support\ShopOptions;
use Aurpay\WooCommerce\Tests\Support\Storage;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('Moving from a public Aurpay plugin')]
final class MovingTest extends PluginTestCase
{
    private const SETTINGS = 'tab=checkout&section=aurpay_native';

    /**
     * @return iterable<string, array{ShopOptions}>
     */
    public static function storages(): iterable
    {
        yield 'HPOS' => [new ShopOptions()];
        yield 'CPT storage' => [new ShopOptions(storage: Storage::Posts)];
    }

    #[DataProvider('storages')]
    #[TestDox('takes the chosen key over, shows it masked, lists open orders, and warns while the old plugin is active ($_dataName)')]
    public function testMove(ShopOptions $options): void
    {
        $aurpay = $this->aurpay($options);
        $shop = $aurpay->shop;
        $cap = $shop->orders()->productNamed('Cap');
        $open = $shop->orders()->create($cap, ['payment_method' => 'aurpay', 'status' => 'processing']);
        $other = $shop->orders()->create($cap, ['payment_method' => 'aurpay_payment_gateway_wc', 'status' => 'on-hold']);
        $done = $shop->orders()->create($cap, ['payment_method' => 'aurpay', 'status' => 'completed']);
        $shop->php(<<<'PHP'
            update_option('woocommerce_aurpay_settings', ['enabled' => 'yes', 'public_key' => 'key-number-one-aaaa', 'publickey' => '']);
            update_option('woocommerce_aurpay_payment_gateway_wc_settings', ['publickey' => ' key-number-two-bbbb ']);
            update_option('active_plugins', [...get_option('active_plugins'), 'aurpay/aurpay.php']);
            mkdir(WP_PLUGIN_DIR . '/aurpay');
            file_put_contents(WP_PLUGIN_DIR . '/aurpay/aurpay.php', "<?php\n/* Plugin Name: Aurpay */");
            PHP);
        $admin = $shop->admin();
        $page = $admin->settings(self::SETTINGS);

        self::assertStringContainsString('aurpay/aurpay.php is active.', $page->body);
        self::assertStringNotContainsString('key-number-', $page->body);
        self::assertSame(["Order $open", "Order $other"], self::listed($page));
        self::assertNotContains("Order $done", self::listed($page));

        $after = Button::of($page, 'Take over the key …bbbb')->press($admin);

        self::assertStringContainsString('The live API key was taken over', $after->body);
        self::assertStringContainsString('The key …bbbb is the live API key.', $after->body);
        self::assertSame('key-number-two-bbbb', $shop->php('return get_option("woocommerce_aurpay_native_settings")["live_api_key"];'));
        self::assertSame('yes', $shop->php('return get_option("woocommerce_aurpay_native_settings")["enabled"];'), 'other settings stay');
        self::assertSame(['processing', 'on-hold'], [$shop->orders()->status($open), $shop->orders()->status($other)]);
    }

    #[TestDox('is no section in a shop that never had one')]
    public function testNothing(): void
    {
        $aurpay = $this->aurpay();
        $aurpay->shop->php(<<<'PHP'
            delete_option('woocommerce_aurpay_settings');
            delete_option('woocommerce_aurpay_payment_gateway_wc_settings');
            update_option('active_plugins', array_values(array_diff(get_option('active_plugins'), ['aurpay/aurpay.php'])));
            foreach (wc_get_orders(['limit' => -1, 'payment_method' => 'aurpay']) as $order) { $order->delete(true); }
            foreach (wc_get_orders(['limit' => -1, 'payment_method' => 'aurpay_payment_gateway_wc']) as $order) { $order->delete(true); }
            PHP);

        self::assertStringNotContainsString('aurpay-native-moving', $aurpay->shop->admin()->settings(self::SETTINGS)->body);
    }

    /** @return list<string> */
    private static function listed(Response $page): array
    {
        preg_match('~id="aurpay-native-moving".*?</ul>~s', $page->body, $section);
        preg_match_all('~<li><a [^>]*>([^<]+)</a>~', $section[0] ?? '', $match);

        return $match[1];
    }
}
