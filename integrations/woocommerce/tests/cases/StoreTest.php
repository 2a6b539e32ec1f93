<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests;

use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use Aurpay\WooCommerce\Tests\Support\Shop;
use Aurpay\WooCommerce\Tests\Support\ShopOptions;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('The table of payments')]
final class StoreTest extends PluginTestCase
{
    private const START = <<<'PHP'
        namespace Aurpay\WooCommerce;
        global $wpdb;
        Schema::ensure($wpdb);
        $store = new PaymentStore($wpdb, new Clock());
        $intend = static fn (int $order, string $kind = 'coin'): Payment
            => $store->intend($order, new Terms($kind, 'live', '25.00', 'USD', 'BTC/BTC'), 'https://shop.example/?payment={token}');
        $open = static fn (int $order, string $id): Payment => $store->open($intend($order), ['gateway_id' => $id], 1);
        $answer = static fn (string $id, string $status, int $at): Answer
            => new Answer($id, $status, '', '25.00', '0.1', 'BTC/BTC', '0.2', 'hash', $at);

        PHP;

    #[TestDox('gives one gateway id to one payment, whoever comes first of ten processes')]
    public function testUniqueId(): void
    {
        $site = $this->fresh();
        $claim = self::START . '$mine = $intend($order, "hosted"); return [$store->claim($mine, "id-1")?->order_id, $store->get($mine->id)->gateway_id];';
        $calls = array_map(static fn (int $order) => $site->startPhp($claim, ['order' => $order]), range(1, 10));
        $won = [];
        foreach ($calls as $call) {
            $call->process->wait()->requireSuccess('PHP in the site');
            $value = $call->value();
            if ($value !== [null, '']) {
                $won[] = $value;
            }
        }

        self::assertCount(1, $won);
        $winner = $won[0] ?? null;
        self::assertSame('id-1', is_array($winner) ? $winner[1] ?? null : null);
    }

    #[TestDox('tells ids in other letters, and of test and live, apart')]
    public function testIdsAreExact(): void
    {
        $ids = $this->fresh()->php(self::START . <<<'PHP'
            $open(1, 'abc');
            $open(2, 'ABC');
            $test = $store->intend(3, new Terms('coin', 'test', '1', 'USD', ''), '');
            $store->open($test, ['gateway_id' => 'abc'], 1);
            try {
                $open(4, 'abc');
            } catch (StoreFailure) {
                return [$store->by_gateway_id('live', 'abc')->order_id, $store->by_gateway_id('live', 'ABC')->order_id, $store->by_gateway_id('test', 'abc')->order_id];
            }
            PHP);

        self::assertSame([1, 2, 3], $ids);
    }

    #[TestDox('keeps every id of a hosted payment: a second coin gets a row of its own')]
    public function testSeveralIds(): void
    {
        $rows = $this->fresh()->php(self::START . <<<'PHP'
            $payment = $intend(7, 'hosted');
            foreach (['one', 'two', 'one', 'two'] as $id) {
                $claimed[] = $store->claim($payment, $id)->gateway_id;
                $payment = $store->by_token($payment->token)[0];
            }
            return [$claimed, array_map(static fn (Payment $row): array => [$row->gateway_id, $row->order_id], $store->by_token($payment->token))];
            PHP);

        self::assertSame([['one', 'two', 'one', 'two'], [['one', 7], ['two', 7]]], $rows);
    }

    #[TestDox('lets one of ten processes begin a refund')]
    public function testOneRefund(): void
    {
        $site = $this->fresh();
        $site->php(self::START . '$open(1, "id");');
        $begin = self::START . 'return $store->begin_refund($store->by_gateway_id("live", "id"), 1) !== null;';
        $calls = array_map(static fn () => $site->startPhp($begin), range(1, 10));
        $began = 0;
        foreach ($calls as $call) {
            $call->process->wait()->requireSuccess('PHP in the site');
            $began += $call->value() === true ? 1 : 0;
        }

        self::assertSame(1, $began);
    }

    /**
     * @return iterable<string, array{string, bool, list<string>}> the write during which PHP is killed, whether it was
     *     executed, and what is left: state, gateway id and refund
     */
    public static function deaths(): iterable
    {
        yield 'before the intent is committed' => ['INSERT INTO `wp_aurpay', false, []];
        yield 'after the intent is committed' => ['INSERT INTO `wp_aurpay', true, ['creating', '', '']];
        yield 'before the answer is kept' => ["`state` = 'open'", false, ['creating', '', '']];
        yield 'after the answer is kept' => ["`state` = 'open'", true, ['open', 'id', '']];
        yield 'before the refund is begun' => ["SET refund = 'asked'", false, ['open', 'id', '']];
        yield 'after the refund is begun' => ["SET refund = 'asked'", true, ['open', 'id', 'asked']];
        yield 'before the refund is ended' => ["SET refund = 'refunded'", false, ['open', 'id', 'asked']];
    }

    /** @param list<string> $left */
    #[DataProvider('deaths')]
    #[TestDox('has no half of anything if PHP is killed $_dataName')]
    public function testKilled(string $query, bool $after, array $left): void
    {
        $site = $this->fresh();
        $site->interrupter()->killAtQuery(1, $query, $after);
        $life = '$payment = $store->begin_refund($open(1, "id"), 1); $store->end_refund($payment, "refunded"); $store->get($payment->id);';

        $site->startPhp(self::START . $life)->process->wait();

        self::assertTrue($site->interrupter()->hasStruck());
        $site->interrupter()->cancel();
        $rows = $site->php(self::START . 'return array_map(static fn (Payment $row): array => [$row->state, $row->gateway_id, $row->refund], $store->of_order(1));');
        self::assertSame($left === [] ? [] : [$left], $rows);
    }

    #[TestDox('lets nobody end a refund that was begun after he has read the payment')]
    public function testOldReader(): void
    {
        $refunds = $this->fresh()->php(self::START . <<<'PHP'
            $old = $store->begin_refund($open(1, 'id'), 1);
            $wpdb->query('UPDATE ' . Schema::table($wpdb) . ' SET refund_at = refund_at - 1000');
            $old = $store->get($old->id);
            $ended = [$store->end_refund($store->get($old->id), '')];
            $new = $store->begin_refund($store->get($old->id), 1);
            $ended[] = $store->end_refund($old, '');
            $ended[] = $store->get($old->id)->refund;
            $ended[] = $store->end_refund($new, 'refunded');
            return $ended;
            PHP);

        self::assertSame([true, false, 'asked', true], $refunds);
    }

    #[TestDox('keeps the payment page and the callback URL out of the log when the database refuses')]
    public function testRefusedQuery(): void
    {
        $site = $this->fresh();
        $logged = $site->php(self::START . <<<'PHP'
            $log = tempnam(sys_get_temp_dir(), 'log');
            ini_set('error_log', $log);
            $open(1, 'id');
            $payment = $intend(2);
            try {
                $store->open($payment, ['gateway_id' => 'id', 'pay_url' => 'https://gateway.example/secret'], 1);
            } catch (StoreFailure $failure) {
                $logged = $failure->getMessage() . file_get_contents($log);
            }
            unlink($log);
            return $logged;
            PHP);

        self::assertIsString($logged);
        self::assertStringContainsString('Duplicate entry', $logged);
        self::assertStringNotContainsString('secret', $logged);
        self::assertStringNotContainsString('shop.example', $logged);
    }

    #[TestDox('takes no answer that is older than what it knows, and none of a lower rank')]
    public function testOrderOfAnswers(): void
    {
        $statuses = $this->fresh()->php(self::START . <<<'PHP'
            $payment = $open(1, 'id');
            foreach ([['PARTIAL', 10], ['PENDING', 11], ['OVERDUE', 20], ['PARTIAL', 15], ['PARTIAL', 21], ['SUCCESS', 30], ['OVERDUE', 40], ['REFUNDED', 50], ['SUCCESS', 60]] as [$status, $at]) {
                $known[] = $store->record($payment, $answer('id', $status, $at))->status;
            }
            return [$known, $store->get($payment->id)->closed_at];
            PHP);

        self::assertSame([['PARTIAL', 'PARTIAL', 'OVERDUE', 'OVERDUE', 'PARTIAL', 'SUCCESS', 'SUCCESS', 'REFUNDED', 'REFUNDED'], 20], $statuses);
    }

    #[TestDox('keeps what has a higher rank, whatever the clocks of two hosts say')]
    public function testClocks(): void
    {
        $statuses = $this->fresh()->php(self::START . <<<'PHP'
            $payment = $open(1, 'id');
            foreach ([['PENDING', 9000], ['SUCCESS', 30], ['REFUNDED', 20], ['SUCCESS', 9001]] as [$status, $at]) {
                $known[] = $store->record($payment, $answer('id', $status, $at))->status;
            }
            return $known;
            PHP);

        self::assertSame(['PENDING', 'SUCCESS', 'REFUNDED', 'REFUNDED'], $statuses);
    }

    #[TestDox('keeps a paid payment whose texts are too long, or no UTF-8')]
    public function testOddTexts(): void
    {
        $kept = $this->fresh()->php(self::START . <<<'PHP'
            $say = static fn (string $id, string $status, string $odd, int $at): Payment => $store->record(
                $store->by_gateway_id('live', $id) ?? $open(1, $id),
                Answer::from_detail($id, ['status' => $status, 'tx_hash' => $odd, 'obtained' => $odd, 'amount' => $odd, 'chain' => 'BTC', 'currency' => $odd], 'match', '25.00', $at),
            );
            foreach ([str_repeat('ab', 200), "a\xffb\u{1F4B0}", str_repeat('é', 300), str_repeat('1', 200)] as $number => $odd) {
                $known = $say("id-$number", 'SUCCESS', $odd, 10);
                $kept[] = [$known->status, $known->tx_hash !== '', $known->obtained];
            }
            return [$kept, $say('id', str_repeat('X', 50), '', 10)->status];
            PHP);

        self::assertSame([array_fill(0, 4, ['SUCCESS', true, '']), str_repeat('X', 32)], $kept);
    }

    #[TestDox('forgets the verdict when the status changes, and only then')]
    public function testVerdict(): void
    {
        $verdicts = $this->fresh()->php(self::START . <<<'PHP'
            $payment = $store->record($open(1, 'id'), $answer('id', 'PARTIAL', 10));
            $store->set_verdict($payment, Verdict::WaitForRest, 'callback');
            $same = $store->record($payment, $answer('id', 'PARTIAL', 11))->verdict;
            return [$same, $store->record($payment, $answer('id', 'SUCCESS', 12))->verdict];
            PHP);

        self::assertSame(['wait:partial', ''], $verdicts);
    }

    #[TestDox('is made once, and is whole: WordPress would change nothing about it')]
    public function testSchema(): void
    {
        $changes = $this->fresh()->php(self::START . <<<'PHP'
            require_once ABSPATH . 'wp-admin/includes/upgrade.php';
            $definition = (new \ReflectionMethod(Schema::class, 'definition'))->invoke(null, $wpdb);
            return dbDelta($definition, false);
            PHP);

        self::assertSame([], $changes);
    }

    private function fresh(): Shop
    {
        $site = $this->plugin(new ShopOptions());
        $site->php(self::START . '$wpdb->query("DELETE FROM " . Schema::table($wpdb));');

        return $site;
    }
}
