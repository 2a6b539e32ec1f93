<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Admin;

use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('A German shop')]
final class TranslationTest extends PluginTestCase
{
    #[TestDox('has its pages and its scripts in German')]
    public function testGerman(): void
    {
        $aurpay = $this->aurpay();
        $shop = $aurpay->shop;
        // WordPress lets nobody choose a language that it has no files of, and Debian's has only English.
        file_put_contents($shop->file('wp-content/mu-plugins/german.php'), '<?php add_filter("locale", static fn () => "de_DE");');

        $page = $shop->admin()->settings('tab=checkout&section=aurpay_native');
        $customer = $shop->visitor();
        $customer->post('/?wc-ajax=add_to_cart', ['product_id' => $shop->orders()->productNamed('Cap')]);
        $checkout = $customer->follow($customer->get('/checkout/'));

        self::assertStringContainsString('Kunden können mit Aurpay bezahlen', $page->body);
        self::assertMatchesRegularExpression('~setLocaleData.*?Wird gepr(ü|\\\\u00fc)ft~su', $page->body, 'the script of the settings');
        self::assertMatchesRegularExpression('~setLocaleData.*?Coin w(ä|\\\\u00e4)hlen~su', $checkout->body, 'the script of the checkout');
        self::assertSame('2 weitere Bestellungen', $shop->php('return sprintf(_n("%d more order", "%d more orders", 2, "aurpay-native-gateway"), 2);'));
        self::assertSame('Aurpay: Diese Bestellungen brauchen Ihre Aufmerksamkeit.', $shop->php('return __("Aurpay: these orders need your attention.", "aurpay-native-gateway");'));
    }
}
