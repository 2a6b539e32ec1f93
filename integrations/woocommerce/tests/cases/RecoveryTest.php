<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests;

use Aurpay\WooCommerce\Tests\Support\PluginShop;
use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use Aurpay\WooCommerce\Tests\Support\ShopOptions;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('After')]
final class RecoveryTest extends PluginTestCase
{
    #[TestDox('a callback is lost, reconciliation finds the payment, and the shop counts that')]
    public function testLostCallback(): void
    {
        [$aurpay, $order, $payment] = $this->paidWithoutCallback();

        $aurpay->reconcileOrder($order);

        $paid = $aurpay->shop->orders()->get($order);
        self::assertSame(['processing', $payment], [$paid->status, $paid->transaction]);
        self::assertSame('reconcile', $aurpay->rows($order)[0]['found_by']);
        $found = $aurpay->shop->php('return Aurpay\WooCommerce\Plugin::services()->store()->found_by();');
        self::assertIsArray($found);
        self::assertGreaterThanOrEqual(1, $found['reconcile']);
    }

    #[TestDox('ten failures of reconciliation, its job still runs, and finds the payment')]
    public function testTenFailures(): void
    {
        [$aurpay, $order] = $this->paidWithoutCallback();
        $aurpay->gateway->fault(['path' => '/api/v2/order/', 'status' => 502, 'count' => 0]);
        for ($run = 0; $run < 10; $run++) {
            $aurpay->reconcileOrder($order);
        }
        self::assertSame('pending', $aurpay->shop->orders()->status($order));
        $aurpay->gateway->clearFaults();

        $aurpay->reconcileOrder($order);

        self::assertSame('processing', $aurpay->shop->orders()->status($order));
    }

    #[TestDox('the order was deleted, its payment is asked about no more, and the others are')]
    public function testDeletedOrder(): void
    {
        $aurpay = $this->aurpay();
        $product = $aurpay->shop->orders()->product('Thing', '25.00', 5);
        $aurpay->shop->loseCallbacks();
        [$gone, $kept] = [$aurpay->buy($product), $aurpay->buy($product)];
        [$goneId, $keptId] = [$aurpay->payment($gone), $aurpay->payment($kept)];
        $aurpay->shop->php('wc_get_order($order)->delete(true);', ['order' => $gone]);
        foreach ([$goneId, $keptId] as $payment) {
            $aurpay->gateway->play($payment, 'pay');
        }
        $aurpay->age($gone, 0);

        $aurpay->reconcileOrder($kept);

        self::assertSame('processing', $aurpay->shop->orders()->status($kept));
        self::assertSame(['0', $goneId], [$aurpay->rows($gone)[0]['next_ask_at'], $aurpay->rows($gone)[0]['gateway_id']]);
        self::assertSame(200, $aurpay->gateway->callbacks($aurpay->shop, $goneId)->send()->status);
        $log = $aurpay->shop->php('return implode(array_map("file_get_contents", glob(WC_LOG_DIR . "aurpay-native-gateway-*")));');
        self::assertIsString($log);
        self::assertStringContainsString("for order $gone, which does not exist", $log);
    }

    #[TestDox('ten runs of reconciliation, an order has no new note, in whatever state')]
    public function testNoNewNotes(): void
    {
        $aurpay = $this->aurpay();
        $product = $aurpay->shop->orders()->product('Thing', '25.00', 50);
        $aurpay->shop->loseCallbacks();
        $orders = [];
        foreach ([[], ['pay'], ['underpay'], ['expire'], ['fail'], ['terminate'], ['expire', 'pay'], ['underpay', 'resolve'], ['pay', 'refund']] as $actions) {
            $order = $aurpay->buy($product);
            $payment = $aurpay->payment($order);
            foreach ($actions as $action) {
                $aurpay->gateway->play($payment, $action);
                $aurpay->age($order, 0);
                $aurpay->reconcile();
            }
            $orders[] = $order;
        }
        $before = array_map(static fn (int $order): object => $aurpay->shop->orders()->get($order), $orders);

        $asked = $aurpay->shop->php(
            <<<'PHP'
                global $wpdb;
                $asked = [];
                for ($run = 0; $run < 10; $run++) {
                    $wpdb->query("UPDATE {$wpdb->prefix}aurpay_native_payments SET next_ask_at = 1 WHERE order_id IN (" . implode(',', $orders) . ')');
                    $asked[] = Aurpay\WooCommerce\Plugin::services()->reconciler()->run();
                }
                return $asked;
                PHP,
            ['orders' => $orders],
        );

        self::assertSame(array_fill(0, 10, count($orders)), $asked);
        self::assertEquals($before, array_map(static fn (int $order): object => $aurpay->shop->orders()->get($order), $orders));
    }

    /**
     * @return iterable<string, array{string, int, bool}> hook, priority, whether the status is saved already
     */
    public static function deaths(): iterable
    {
        yield 'before payment_complete()' => ['woocommerce_pre_payment_complete', 1, false];
        yield 'in the hooks of the status, before stock and mails' => ['woocommerce_order_status_processing', 1, true];
        yield 'in the hooks of the payment' => ['woocommerce_payment_complete', 1, true];
    }

    #[DataProvider('deaths')]
    #[TestDox('PHP is killed $_dataName, the next callback pays once, and takes the stock once')]
    public function testKilled(string $hook, int $priority, bool $isSaved): void
    {
        $aurpay = $this->aurpay();
        $product = $aurpay->shop->orders()->product('Thing', '25.00', 5);
        $order = $aurpay->buy($product);
        $payment = $aurpay->payment($order);
        $aurpay->shop->loseCallbacks();
        $aurpay->gateway->play($payment, 'pay');
        $sender = $aurpay->gateway->callbacks($aurpay->shop, $payment);
        $body = '{"order_id":"' . $payment . '"}';
        $aurpay->shop->interrupter()->killAtHook($hook, $priority);

        $sender->send($body);

        self::assertTrue($aurpay->shop->interrupter()->hasStruck());
        self::assertSame($isSaved ? 'processing' : 'pending', $aurpay->shop->orders()->status($order));
        // The lock of the dead process has not expired.
        self::assertSame(503, $sender->send($body)->status);
        $this->expireLocks($aurpay);
        self::assertSame(200, $sender->send($body)->status);
        self::assertSame(200, $sender->send($body)->status);
        $paid = $aurpay->shop->orders()->get($order);
        self::assertSame(['processing', $payment, 4], [$paid->status, $paid->transaction, $aurpay->shop->orders()->stock($product)]);
        self::assertSame('paid', $aurpay->rows($order)[0]['verdict']);
    }

    #[TestDox('date_paid was set but the order is pending, reconciliation heals it')]
    public function testHalfPaid(): void
    {
        [$aurpay, $order, $payment] = $this->paidWithoutCallback();
        $aurpay->shop->php(
            '$order = wc_get_order($id); $order->set_date_paid(time()); $order->set_transaction_id($payment); $order->save();',
            ['id' => $order, 'payment' => $payment],
        );

        $aurpay->reconcileOrder($order);

        self::assertSame('processing', $aurpay->shop->orders()->status($order));
    }

    #[TestDox('a hook of another plugin throws, the order is paid nevertheless')]
    public function testForeignHookThrows(): void
    {
        [$aurpay, $order, $payment] = $this->paidWithoutCallback();

        $status = $aurpay->shop->php(
            <<<'PHP'
                add_action('woocommerce_payment_complete', static function (): void {
                    throw new RuntimeException('of another plugin');
                }, 1);
                $services = Aurpay\WooCommerce\Plugin::services();
                $services->settlement()->ask($services->store()->of_order($order)[0], $payment, 'reconcile');
                return wc_get_order($order)->get_status();
                PHP,
            ['order' => $order, 'payment' => $payment],
        );

        self::assertSame('processing', $status);
        self::assertSame('paid', $aurpay->rows($order)[0]['verdict']);
    }

    #[TestDox('an answer of PENDING was held up until the payment is known to be paid, it takes nothing back')]
    public function testDelayedPending(): void
    {
        $aurpay = $this->aurpay();
        $order = $aurpay->buy($aurpay->shop->orders()->product('Thing', '25.00', 5));
        $payment = $aurpay->payment($order);
        // The job asks, and its answer PENDING waits before the lock of the order.
        $aurpay->shop->interrupter()->holdAtQuery(1, "aurpay_native_lock_order_$order", path: 'wp-cron');
        $aurpay->age($order, 0);
        $aurpay->shop->cron()->makeDue('aurpay_native_reconcile');
        $job = $aurpay->shop->cron()->start();
        $aurpay->shop->interrupter()->awaitHeld();
        $aurpay->pay($payment);
        self::assertSame('processing', $aurpay->shop->orders()->status($order));

        $aurpay->shop->interrupter()->release();
        $job->process->wait()->requireSuccess('the job');

        self::assertSame('processing', $aurpay->shop->orders()->status($order));
        self::assertSame(['SUCCESS', 'paid'], [$aurpay->rows($order)[0]['status'], $aurpay->rows($order)[0]['verdict']]);
    }

    /** @return array{PluginShop, int, string} */
    private function paidWithoutCallback(): array
    {
        $aurpay = $this->aurpay(new ShopOptions());
        $order = $aurpay->buy($aurpay->shop->orders()->product('Thing', '25.00', 5));
        $payment = $aurpay->payment($order);
        $aurpay->shop->loseCallbacks();
        $aurpay->gateway->play($payment, 'pay');

        return [$aurpay, $order, $payment];
    }

    private function expireLocks(PluginShop $aurpay): void
    {
        $aurpay->shop->php(
            <<<'PHP'
                global $wpdb;
                $wpdb->query("UPDATE {$wpdb->options} SET option_value = CONCAT('1.', SUBSTRING_INDEX(option_value, '.', -1)) WHERE option_name LIKE 'aurpay\\_native\\_lock\\_%'");
                PHP,
        );
    }
}
