<?php

declare(strict_types=1);

use Aurpay\Sandbox\Tests\Answer;
use Aurpay\Sandbox\Tests\Check;
use Aurpay\Sandbox\Tests\Sandbox;
use Aurpay\Sandbox\Tests\Suite;

return static function (Suite $suite): void {
    $sandbox = new Sandbox();
    $orders = static fn (string $query): Answer => $sandbox->call('GET', '/api/v2/order/' . $query);
    $sandbox->control('POST', '/orders', ['count' => 43]);

    $suite->test('43 orders are 5 pages of 10, newest first, none twice', static function () use ($orders): void {
        $ids = [];
        for ($page = 1; $page <= 6; $page++) {
            $answer = $orders("?page=$page&size=10");
            Check::same([$page, 10, 43, 5], array_map(
                static fn (string $name): mixed => $answer->at('data', $name),
                ['page', 'size', 'total', 'max_page'],
            ));
            foreach (array_keys($answer->list('data', 'data')) as $entry) {
                $ids[] = $answer->text('data', 'data', $entry, 'order_id');
            }
        }
        Check::same(43, count($ids));
        $sorted = $ids;
        rsort($sorted);
        Check::same($sorted, $ids);
        Check::same(43, count(array_unique($ids)));
    });

    $suite->test('page and size have the documents\' limits and defaults', static function () use ($orders): void {
        Check::same([1, 10], [$orders('')->at('data', 'page'), $orders('')->at('data', 'size')]);
        Check::same(43, count($orders('?size=100')->list('data', 'data')));
        foreach (['?size=0', '?size=101', '?page=0', '?page=-1', '?size=ten', '?page=1.5'] as $query) {
            $answer = $orders($query);
            Check::same([false, 400], [$answer->at('result'), $answer->at('code')]);
        }
    });

    $suite->test('every filter of the order list works', static function () use ($sandbox, $orders): void {
        $sandbox->control('POST', '/reset');
        $sandbox->control('POST', '/clock', ['now' => '2024-10-10T12:00:00Z']);
        $sandbox->control('POST', '/orders', ['count' => 2]);
        $sandbox->control('POST', '/orders', ['status' => 'SUCCESS', 'currency' => 'BTC']);
        $sandbox->control('POST', '/clock', ['now' => '2024-10-12T12:00:00Z']);
        $invoice = ['order_type' => 'INVOICE', 'currency' => 'USDC-TRC20'];
        $id = $sandbox->control('POST', '/orders', $invoice)->text('order_ids', 0);
        $expected = [
            "order_id=$id" => 1, 'status=SUCCESS' => 1, 'status=OVERDUE' => 2, 'status=REFUNDED' => 0,
            'order_type=INVOICE' => 1, 'order_type=ORDER' => 3, 'chain=TRX' => 1, 'chain=ETH' => 2, 'currency=BTC' => 1,
            'st=2024-10-11T00:00:00' => 1, 'et=2024-10-11T00:00:00' => 3,
            'st=2024-10-09T00:00:00&et=2024-10-11T00:00:00&status=SUCCESS' => 1,
        ];
        foreach ($expected as $query => $total) {
            Check::same($total, $orders("?$query")->at('data', 'total'), $query);
        }
        foreach (['status=PAID', 'order_type=X', 'st=2024-10-11', 'et=soon', 'st=2024-13-01T00:00:00'] as $query) {
            Check::same(400, $orders("?$query")->at('code'), $query);
        }
    });

    $suite->test('transactions have their filters, type instead of tx_type, and sort', static function () use (
        $sandbox,
    ): void {
        $tx = static fn (string $query): Answer => $sandbox->call('GET', "/api/v2/tx?$query");
        $expected = [
            'type=INVOICE' => 1, 'type=ORDER' => 3, 'type=UNKOWN' => 0, 'status=SUCCESS' => 1, 'chain=TRX' => 1,
            'currency=BTC' => 1, 'st=2024-10-12T12:00:00' => 3,
        ];
        foreach ($expected as $query => $total) {
            Check::same($total, $tx($query)->at('data', 'total'), $query);
        }
        $times = array_column($tx('sort=asc')->list('data', 'data'), 'event_time');
        $sorted = $times;
        sort($sorted);
        Check::same($sorted, $times);
        Check::same(array_reverse($times), array_column($tx('sort=desc')->list('data', 'data'), 'event_time'));
        Check::same(400, $tx('sort=up')->at('code'));
        Check::same(1, $tx('tx_id=' . $tx('status=SUCCESS')->text('data', 'data', 0, 'tx_id'))->at('data', 'total'));
        Check::same(
            [
                'user_id', 'tx_id', 'tx_type', 'status', 'chain', 'currency', 'amount', 'obtained', 'fee', 'from_addr',
                'to_addr', 'tx_hash', 'event_time',
            ],
            array_keys($tx('')->list('data', 'data', 0)),
        );
    });

    $suite->test('orders can be seeded in every status', static function () use ($sandbox, $orders): void {
        $statuses = ['PENDING', 'SUCCESS', 'RESOLVED', 'PARTIAL', 'OVERDUE', 'FAILED', 'TERMINATED', 'REFUNDED'];
        foreach ($statuses as $status) {
            $id = $sandbox->control('POST', '/orders', ['status' => $status])->text('order_ids', 0);
            Check::same($status, $sandbox->call('GET', "/api/v2/order/detail/$id")->at('data', 'status'));
        }
        Check::same(1, $orders('?status=REFUNDED')->at('data', 'total'));
        Check::same(1, $sandbox->call('GET', '/api/v2/tx?type=REFUND')->at('data', 'total'));
        Check::same(400, $sandbox->control('POST', '/orders', ['status' => 'PAID'])->status);
    });

    $suite->test('a reset empties everything and keeps the credentials', static function () use (
        $sandbox,
        $orders,
    ): void {
        $sandbox->control('POST', '/reset');
        Check::same([0, 0], [$orders('')->at('data', 'total'), $orders('')->at('data', 'max_page')]);
        Check::same(0, $sandbox->control('GET', '')->at('clock_offset_seconds'));
    });
};
