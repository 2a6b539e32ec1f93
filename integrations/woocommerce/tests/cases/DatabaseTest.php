<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests;

use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use Aurpay\WooCommerce\Tests\Support\Shop;
use Aurpay\WooCommerce\Tests\Support\ShopOptions;
use Aurpay\WooCommerce\Tests\Support\Storage;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestDox;

/** A full disk, a deadlock, a database that only reads: queries are refused, and WordPress goes on. */
#[TestDox('A database that refuses')]
final class DatabaseTest extends PluginTestCase
{
    /**
     * @return iterable<string, array{ShopOptions, string}>
     */
    public static function orders(): iterable
    {
        yield 'HPOS' => [new ShopOptions(), '/^INSERT INTO wp_wc_orders /'];
        yield 'CPT storage' => [new ShopOptions(storage: Storage::Posts), '/^UPDATE `wp_posts` /'];
    }

    #[DataProvider('orders')]
    #[TestDox('the paid order is not taken as done: the callback comes again, and pays it, with $_dataName')]
    public function testPaid(ShopOptions $options, string $query): void
    {
        $aurpay = $this->aurpay($options);
        $product = $aurpay->shop->orders()->product('Thing', '25.00', 5);
        $order = $aurpay->buy($product);
        $payment = $aurpay->payment($order);
        $aurpay->shop->loseCallbacks();
        $aurpay->gateway->play($payment, 'pay');
        $sender = $aurpay->gateway->callbacks($aurpay->shop, $payment);
        $body = '{"order_id":"' . $payment . '"}';

        $refused = self::refusing($aurpay->shop, $query, static fn (): int => $sender->send($body)->status);
        $again = $sender->send($body)->status;

        $paid = $aurpay->shop->orders()->get($order);
        self::assertSame([503, 200], [$refused, $again]);
        self::assertSame(['processing', $payment], [$paid->status, $paid->transaction]);
        self::assertSame(4, $aurpay->shop->orders()->stock($product));
    }

    #[TestDox('each write in turn during a callback leaves no paid order unpaid')]
    public function testEach(): void
    {
        $aurpay = $this->aurpay();
        $product = $aurpay->shop->orders()->product('Thing', '25.00', 50);
        $aurpay->shop->loseCallbacks();
        foreach (['aurpay_native_payments', 'wc_order_stats', 'wc_orders_meta', 'wc_order_operational_data', 'wp_postmeta', 'wp_comments', 'option_value'] as $table) {
            $order = $aurpay->buy($product);
            $payment = $aurpay->payment($order);
            $aurpay->gateway->play($payment, 'pay');
            $sender = $aurpay->gateway->callbacks($aurpay->shop, $payment);
            $body = '{"order_id":"' . $payment . '"}';

            self::refusing($aurpay->shop, "/^(UPDATE|INSERT).*$table/", static fn (): int => $sender->send($body)->status);
            $again = $sender->send($body)->status;

            $paid = $aurpay->shop->orders()->get($order);
            self::assertSame([200, 'processing', $payment], [$again, $paid->status, $paid->transaction], $table);
        }
    }

    #[TestDox('the lock does not make the customer read of another window')]
    public function testLock(): void
    {
        $aurpay = $this->aurpay();
        $failure = self::refusing($aurpay->shop, '/aurpay_native_lock_/', static fn (): mixed => $aurpay->shop->php(
            <<<'PHP'
                try {
                    (new Aurpay\WooCommerce\Lock($GLOBALS['wpdb']))->hold('test', 5, 0.1, static fn () => null);
                } catch (Throwable $failure) {
                    return [get_class($failure), Aurpay\WooCommerce\Words::for_customer($failure, 'USD')];
                }
                PHP,
        ));

        self::assertIsArray($failure);
        self::assertSame('Aurpay\WooCommerce\StoreFailure', $failure[0]);
        self::assertIsString($failure[1]);
        self::assertStringNotContainsString('another window', $failure[1]);
    }

    /**
     * Does something while queries of a form are refused.
     *
     * @template T
     *
     * @param \Closure(): T $do
     *
     * @return T
     */
    private static function refusing(Shop $shop, string $form, \Closure $do): mixed
    {
        $file = $shop->file('wp-content/mu-plugins/zz-refusal.php');
        file_put_contents($file, '<?php add_filter("query", static fn (string $query): string => preg_match(' . var_export($form, true)
            . ', (string) preg_replace("/\s+/", " ", trim($query))) === 1 ? "REFUSED" : $query);');
        try {
            return $do();
        } finally {
            unlink($file);
        }
    }
}
