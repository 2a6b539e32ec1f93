<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests;

use Aurpay\WooCommerce\Tests\Support\ShopOptions;
use Aurpay\WooCommerce\Tests\Support\ShopTestCase;
use PHPUnit\Framework\Attributes\TestDox;

/** Processes that are killed or held at a chosen point, and the jobs of the shop. */
#[TestDox('An interrupted shop')]
final class InterruptionTest extends ShopTestCase
{
    #[TestDox('answers 502 when PHP is killed before a query, which is not executed; the next request works')]
    public function testKilledBeforeQuery(): void
    {
        $shop = $this->shop(self::kind());
        $customer = $shop->storeApi();
        $customer->add($shop->orders()->productNamed('Hoodie'));
        $before = $this->countOrders();
        $shop->interrupter()->killAtQuery(1, 'INSERT INTO wp_wc_orders ', path: '/checkout');

        $answer = $customer->checkout('cheque');

        self::assertSame(502, $answer->status);
        self::assertTrue($shop->interrupter()->hasStruck());
        $shop->awaitFpmLog('exited on signal 9');
        self::assertSame($before, $this->countOrders());
        $customer->cart();
        self::assertSame(200, $customer->checkout('cheque')->status);
    }

    #[TestDox('has executed the query when PHP is killed after it')]
    public function testKilledAfterQuery(): void
    {
        $shop = $this->shop(self::kind());
        $code = 'global $wpdb; foreach (["one", "two"] as $value) {'
            . ' $wpdb->replace($wpdb->options, ["option_name" => "aurpay_test_$value", "option_value" => "1"]); } return true;';
        $read = 'global $wpdb; return $wpdb->get_col("SELECT option_name FROM $wpdb->options'
            . ' WHERE option_name LIKE \'aurpay\\_test\\_%\'");';
        $shop->interrupter()->killAtQuery(1, 'aurpay_test_one');
        self::assertTrue($shop->startPhp($code)->process->wait()->wasKilled());
        self::assertSame([], $shop->php($read));

        $shop->interrupter()->killAtQuery(1, 'aurpay_test_one', after: true);
        self::assertTrue($shop->startPhp($code)->process->wait()->wasKilled());

        self::assertSame(['aurpay_test_one'], $shop->php($read));
    }

    #[TestDox('can be killed in a hook, before the functions of a chosen priority')]
    public function testKilledInHook(): void
    {
        $shop = $this->shop(self::kind());
        $id = $shop->orders()->create($shop->orders()->productNamed('Cap'), ['payment_method' => 'cheque']);
        $shop->interrupter()->killAtHook('woocommerce_order_status_processing', 1);

        $call = $shop->startPhp('wc_get_order($id)->payment_complete("t1"); return true;', ['id' => $id]);

        self::assertTrue($call->process->wait()->wasKilled());
        // WooCommerce saves the status first; the rest of the hooks never ran.
        self::assertSame('processing', $shop->orders()->status($id));
        self::assertSame([], $shop->mails()->all());
    }

    #[TestDox('is interrupted once only, and not by requests to other paths')]
    public function testOnce(): void
    {
        $shop = $this->site(self::kind());
        $shop->interrupter()->killAtQuery(1, path: '/killed');

        self::assertSame(200, $shop->visitor()->get('/')->status);
        self::assertFalse($shop->interrupter()->hasStruck());
        self::assertSame(502, $shop->visitor()->get('/?/killed')->status);
        self::assertTrue($shop->interrupter()->hasStruck());
        self::assertSame(200, $shop->visitor()->get('/?/killed')->status);
    }

    #[TestDox('tells the queries of a request, so that a test can kill PHP at each of them')]
    public function testRecordedQueries(): void
    {
        $shop = $this->site(self::kind());
        $shop->interrupter()->record();
        $shop->php('update_option("aurpay_test_recorded", "x");');

        $queries = $shop->interrupter()->recorded();

        self::assertCount(1, array_filter($queries, static fn (string $query): bool => str_contains($query, 'aurpay_test_recorded')
            && !str_starts_with($query, 'SELECT')));
    }

    #[TestDox('lets other requests work while PHP is held, and lets it go on')]
    public function testHeld(): void
    {
        $shop = $this->shop(self::kind());
        $id = $shop->orders()->create($shop->orders()->productNamed('Cap'));
        $shop->interrupter()->holdAtHook('woocommerce_order_status_on-hold', 1);
        $held = $shop->startPhp('wc_get_order($id)->update_status("on-hold"); return true;', ['id' => $id]);
        $shop->interrupter()->awaitHeld();
        self::assertTrue($held->process->isRunning());

        self::assertSame('on-hold', $shop->orders()->status($id));
        self::assertSame(200, $shop->visitor()->get('/')->status);
        $shop->interrupter()->release();

        self::assertTrue($held->value());
    }

    #[TestDox('can have a running process killed from outside')]
    public function testKilledFromOutside(): void
    {
        $shop = $this->site(self::kind());
        $shop->interrupter()->holdAtHook('aurpay_test_hold');
        $call = $shop->startPhp('do_action("aurpay_test_hold"); update_option("aurpay_test_outside", "1"); return true;');
        $shop->interrupter()->awaitHeld();

        self::assertTrue($call->process->kill()->wasKilled());

        self::assertFalse($shop->php('return get_option("aurpay_test_outside");'));
    }

    #[TestDox('runs the jobs that are due, and no others')]
    public function testJobs(): void
    {
        $shop = $this->shop(self::kind());
        // A job that nothing handles fails.
        $handlers = $shop->file('wp-content/mu-plugins/handlers.php');
        file_put_contents($handlers, '<?php foreach (["due", "later"] as $job) { add_action("aurpay_test_$job", "time"); }');
        $shop->php('as_schedule_single_action(time() - 60, "aurpay_test_due"); as_schedule_single_action(time() + 600,'
            . ' "aurpay_test_later"); return true;');

        $shop->cron()->run();
        self::assertSame(1, $shop->cron()->count('aurpay_test_due', 'complete'));
        self::assertSame(1, $shop->cron()->count('aurpay_test_later'));
        $shop->cron()->runHook('aurpay_test_later');
        self::assertSame(1, $shop->cron()->count('aurpay_test_later', 'complete'));
    }

    #[TestDox('keeps a job whose process was killed')]
    public function testKilledJob(): void
    {
        $shop = $this->shop(self::kind());
        $shop->cron()->run();
        $shop->php('as_schedule_single_action(time() - 60, "aurpay_test_killed"); return true;');
        $shop->interrupter()->killAtHook('aurpay_test_killed');

        self::assertTrue($shop->cron()->start()->process->wait()->wasKilled());

        self::assertSame(1, $shop->cron()->count('aurpay_test_killed', 'in-progress'));
    }

    private static function kind(): ShopOptions
    {
        return new ShopOptions(plugin: false);
    }

    private function countOrders(): int
    {
        $count = $this->shop(self::kind())->php(
            'global $wpdb; return (int) $wpdb->get_var("SELECT COUNT(*) FROM {$wpdb->prefix}wc_orders WHERE status <> \'wc-checkout-draft\'");',
        );

        return is_int($count) ? $count : -1;
    }
}
