<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Admin;

use Aurpay\WooCommerce\Tests\Support\Customer;
use Aurpay\WooCommerce\Tests\Support\PluginShop;
use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use Aurpay\WooCommerce\Tests\Support\ShopOptions;
use Aurpay\WooCommerce\Tests\Support\Storage;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('Personal data')]
final class PrivacyTest extends PluginTestCase
{
    /**
     * @return iterable<string, array{ShopOptions}>
     */
    public static function storages(): iterable
    {
        yield 'HPOS' => [new ShopOptions()];
        yield 'CPT storage' => [new ShopOptions(storage: Storage::Posts)];
    }

    #[DataProvider('storages')]
    #[TestDox('of payments is exported, and erased with the orders that are anonymised: a later answer does not bring it back ($_dataName)')]
    public function testErased(ShopOptions $options): void
    {
        $aurpay = $this->aurpay($options);
        $order = $aurpay->buy($aurpay->shop->orders()->productNamed('Cap'));
        $aurpay->pay($aurpay->payment($order));
        $row = $aurpay->rows($order)[0];
        $exported = json_encode($aurpay->shop->php(
            'return (apply_filters("wp_privacy_personal_data_exporters", [])["aurpay-native-gateway"]["callback"])($mail, 1);',
            ['mail' => Customer::MAIL],
        ), JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);
        foreach (['gateway_id', 'address', 'tx_hash', 'amount'] as $column) {
            self::assertStringContainsString((string) $row[$column], $exported, $column);
        }
        self::assertStringNotContainsString((string) $row['token'], $exported);

        $kept = $this->erase($aurpay, 'no');
        self::assertSame($row['tx_hash'], $aurpay->rows($order)[0]['tx_hash'], 'orders are not anonymised in this shop');
        self::assertStringContainsString('its Aurpay payments are kept with the order', $kept);

        $messages = $this->erase($aurpay, 'yes');
        $aurpay->reconcileOrder($order);

        self::assertStringContainsString('kept as proof of the payment', $messages);
        $erased = $aurpay->rows($order)[0];
        self::assertSame(['', '', ''], [$erased['address'], $erased['tx_hash'], $erased['pay_url']]);
        self::assertSame([$row['gateway_id'], $row['amount'], 'SUCCESS'], [$erased['gateway_id'], $erased['amount'], $erased['status']]);
        self::assertSame('processing', $aurpay->shop->orders()->status($order));
    }

    #[TestDox('is erased, too, when WooCommerce anonymises old orders by itself')]
    public function testRetention(): void
    {
        $aurpay = $this->aurpay();
        $order = $aurpay->buy($aurpay->shop->orders()->productNamed('Cap'));

        $aurpay->shop->php('WC_Privacy_Erasers::remove_order_personal_data(wc_get_order($order));', ['order' => $order]);

        self::assertSame('', $aurpay->rows($order)[0]['address']);
    }

    #[TestDox('has a text for the privacy policy')]
    public function testPolicy(): void
    {
        $aurpay = $this->aurpay();

        self::assertStringContainsString('the payment is made through Aurpay', $aurpay->shop->admin()->page('options-privacy.php?tab=policyguide')->body);
    }

    /** Runs all erasers for the customer, as WordPress does, and returns what they say. */
    private function erase(PluginShop $aurpay, string $ordersToo): string
    {
        $said = $aurpay->shop->php(
            <<<'PHP'
                update_option('woocommerce_erasure_request_removes_order_data', $on);
                $said = [];
                foreach (apply_filters('wp_privacy_personal_data_erasers', []) as $eraser) {
                    for ($page = 1; ; ++$page) {
                        $answer = ($eraser['callback'])($mail, $page);
                        $said = [...$said, ...$answer['messages']];
                        if ($answer['done']) {
                            break;
                        }
                    }
                }
                return implode("\n", $said);
                PHP,
            ['on' => $ordersToo, 'mail' => Customer::MAIL],
        );

        return is_string($said) ? $said : '';
    }
}
