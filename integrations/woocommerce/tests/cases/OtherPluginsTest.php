<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests;

use Aurpay\WooCommerce\Tests\Support\PluginShop;
use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use Aurpay\WooCommerce\Tests\Support\Shop;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('Beside other plugins that are badly written')]
final class OtherPluginsTest extends PluginTestCase
{
    /** Filters that this plugin takes part in. WooCommerce's own functions end at a wrong list of e-mails or tools. */
    private const LISTS = [
        'woocommerce_payment_gateways', 'site_status_tests',
        'wp_privacy_personal_data_exporters', 'wp_privacy_personal_data_erasers',
    ];

    #[TestDox('a filter that returns nothing breaks no list')]
    public function testNoList(): void
    {
        $aurpay = $this->aurpay();

        $types = self::beside($aurpay->shop, 'foreach (' . var_export(self::LISTS, true) . ' as $list) { add_filter($list, "__return_null", -1); }', static fn (): mixed => $aurpay->shop->php(
            <<<'PHP'
                foreach ($lists as $list) {
                    $types[$list] = is_array(apply_filters($list, [])) ? 'array' : 'none';
                }
                return $types;
                PHP,
            ['lists' => self::LISTS],
        ));

        self::assertSame(array_fill_keys(self::LISTS, 'array'), $types);
    }

    #[TestDox('a theme that leaves arguments out breaks no page')]
    public function testArguments(): void
    {
        $aurpay = $this->aurpay();

        $answers = $aurpay->shop->php(<<<'PHP'
            do_action('add_meta_boxes', 'shop_order');
            do_action('woocommerce_before_thankyou');
            return [apply_filters('woocommerce_thankyou_order_received_text', 'text'), apply_filters('woocommerce_cancel_unpaid_order', true)];
            PHP);

        self::assertSame(['text', true], $answers);
    }

    #[TestDox('a hook that ends the process while an order is paid makes no callback a success: it comes again')]
    public function testExit(): void
    {
        $aurpay = $this->aurpay();
        $order = $aurpay->buy($aurpay->shop->orders()->product('Thing', '25.00', 5));
        $payment = $aurpay->payment($order);
        $aurpay->shop->loseCallbacks();
        $aurpay->gateway->play($payment, 'pay');

        $answer = self::beside(
            $aurpay->shop,
            'add_action("woocommerce_payment_complete", static function (): void { exit; });',
            static fn (): int => $aurpay->gateway->callbacks($aurpay->shop, $payment)->send('{"order_id":"' . $payment . '"}')->status,
        );

        self::assertSame(503, $answer);
    }

    #[TestDox('that build the site\'s address from the request, no visitor chooses where the gateway sends the API key')]
    public function testHost(): void
    {
        $aurpay = $this->aurpay();
        $product = $aurpay->shop->orders()->product('Thing', '25.00', 5);
        $offered = self::beside(
            $aurpay->shop,
            'add_filter("option_home", static fn ($home) => isset($_SERVER["HTTP_X_TEST_HOST"]) ? "https://" . $_SERVER["HTTP_X_TEST_HOST"] : $home);
            add_filter("aurpay_native_other_addresses", static fn () => ["https://www.other-language.example/", 7]);',
            static fn (): array => array_map(
                static fn (array $headers): array => (array) $aurpay->shop->visitor()->get($aurpay->shop->rest('/wc/store/v1/cart'), $headers)->value('payment_methods'),
                [[], ['X-Test-Host' => 'evil.example'], ['X-Test-Host' => 'other-language.example']],
            ),
        );

        self::assertContains(PluginShop::METHOD, $offered[0]);
        self::assertNotContains(PluginShop::METHOD, $offered[1]);
        self::assertContains(PluginShop::METHOD, $offered[2], 'an address that the shop has named');
        self::assertGreaterThan(0, $product);
    }

    /**
     * Does something while another plugin is active.
     *
     * @template T
     *
     * @param \Closure(): T $do
     *
     * @return T
     */
    private static function beside(Shop $shop, string $code, \Closure $do): mixed
    {
        $file = $shop->file('wp-content/mu-plugins/zz-other.php');
        file_put_contents($file, "<?php\n$code\n");
        try {
            return $do();
        } finally {
            unlink($file);
        }
    }
}
