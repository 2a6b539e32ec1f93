<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests;

use Aurpay\WooCommerce\Tests\Support\Gateway;
use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('A total')]
final class CurrencyTest extends PluginTestCase
{
    /**
     * @return iterable<string, array{string, int, string, string}> currency, the shop's decimals, the product's price, the total
     */
    public static function totals(): iterable
    {
        yield 'JPY without decimals' => ['JPY', 0, '1999', '1999'];
        yield 'JPY with 2 decimals' => ['JPY', 2, '1999.50', '1999.50'];
        yield 'KWD with 3 decimals' => ['KWD', 3, '12.345', '12.345'];
        yield 'KWD with 2 decimals' => ['KWD', 2, '12.35', '12.35'];
        yield 'BHD with 3 decimals' => ['BHD', 3, '0.105', '0.105'];
        yield 'VND without decimals' => ['VND', 0, '1250000', '1250000'];
        yield 'USD with 4 decimals' => ['USD', 4, '19.9901', '19.9901'];
        yield 'USD, the sum that floats get wrong' => ['USD', 2, '0.30', '0.30'];
    }

    #[DataProvider('totals')]
    #[TestDox('in $_dataName reaches the gateway digit for digit, and is paid')]
    public function testTotal(string $currency, int $decimals, string $price, string $total): void
    {
        $aurpay = $this->aurpay();
        $aurpay->shop->php('update_option("woocommerce_currency", $currency); update_option("woocommerce_price_num_decimals", $decimals);', compact('currency', 'decimals'));
        try {
            $order = $aurpay->buy($aurpay->shop->orders()->product('Thing', $price));
            $payment = $aurpay->payment($order);
            $sent = self::sentBody($aurpay->gateway->merchant->control('GET', '/requests'), $aurpay->gateway);
            self::assertStringContainsString("\"vs_price\":$total,", $sent);
            self::assertStringContainsString("\"vs_currency\":\"$currency\"", $sent);
            $aurpay->pay($payment);

            self::assertSame('processing', $aurpay->shop->orders()->status($order));
        } finally {
            $aurpay->shop->php('update_option("woocommerce_currency", "USD"); update_option("woocommerce_price_num_decimals", 2);');
        }
    }

    /**
     * The body with which the shop has asked for the newest payment.
     *
     * @param array<string, mixed> $log
     */
    private static function sentBody(array $log, Gateway $gateway): string
    {
        foreach (array_reverse((array) $log['requests']) as $request) {
            if (is_array($request) && is_string($request['target']) && str_contains($request['target'], '/pay-info') && is_int($request['id'])) {
                $whole = $gateway->merchant->control('GET', "/requests/{$request['id']}");

                return is_string($whole['body'] ?? null) ? $whole['body'] : '';
            }
        }

        return '';
    }
}
