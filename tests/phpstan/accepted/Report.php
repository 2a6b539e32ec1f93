<?php

declare(strict_types=1);

namespace SampleShop;

use Aurpay\Client;
use Aurpay\OrderStatus;
use Aurpay\OrderType;
use Aurpay\TransactionStatus;
use Aurpay\TransactionType;

/** Lists, all their pages, wallets and Lightning. */
final class Report
{
    public function __construct(private readonly Client $aurpay, private readonly Client $lightning) {}

    /** @return list<string> */
    public function page(int $number): array
    {
        $list = $this->aurpay->orders()->list([
            'status' => OrderStatus::Success,
            'order_type' => OrderType::Order,
            'chain' => 'ETH',
            'currency' => 'USDT-ERC20',
            'page' => $number,
            'size' => 100,
            'st' => new \DateTimeImmutable('-1 day'),
            'et' => '2030-01-01 00:00:00',
        ]);
        $lines = ["page {$list['page']} of {$list['max_page']}, {$list['total']} orders"];
        foreach ($list['data'] as $order) {
            $lines[] = "{$order['order_id']} {$order['vs_price']} {$order['vs_currency']}"
                . ($order['refund'] ? ' can be refunded' : '');
        }

        return $lines;
    }

    /** @return \Generator<int, string> */
    public function everyOrder(): \Generator
    {
        foreach ($this->aurpay->orders()->each(['status' => 'SUCCESS', 'size' => 100]) as $number => $order) {
            yield $number => "{$order['order_id']} {$order['amount']} {$order['currency']}";
        }
    }

    /**
     * @param iterable<string|int> $orderIds
     * @return array<array-key, string>
     */
    public function statuses(iterable $orderIds): array
    {
        $statuses = [];
        foreach ($this->aurpay->orders()->details($orderIds) as $id => $order) {
            $statuses[$id] = is_array($order) ? $order['status'] : $order->getMessage();
        }
        // The keys can be used as ids again.
        count($this->aurpay->orders()->details(array_keys($statuses)));

        return $statuses;
    }

    /** @return array<string, string> */
    public function fees(): array
    {
        $fees = [];
        $filter = ['status' => TransactionStatus::Success, 'type' => TransactionType::Refund, 'sort' => 'desc'];
        foreach ($this->aurpay->transactions()->each($filter) as $transaction) {
            $fees[$transaction['tx_id']] = $transaction['fee'] . ' ' . ($transaction['obtained'] ?? 'nothing');
        }
        foreach ($this->aurpay->transactions()->list(['sort' => 'asc', 'size' => 1])['data'] as $first) {
            $fees['first'] = $first['event_time'] . ($first['to_addr'] === false ? '' : $first['to_addr']);
        }

        return $fees;
    }

    public function money(string $invoice): string
    {
        $lines = [];
        foreach ($this->aurpay->wallet()->selfCustody() as $balance) {
            $lines[] = "{$balance['amount']} {$balance['currency']} on {$balance['chain']}";
        }
        $lines[] = count($this->aurpay->wallet()->list()) . ' wallets';
        $this->aurpay->wallet()->withdraw(['chain' => 'BTC', 'currency' => 'BTC', 'amount' => '0.01']);
        $order = $this->lightning->lightning()->createOrder(['price' => 10, 'currency' => 'USD']);
        $lines[] = $order['payment_request'] . ($order['payment_addr'] ?? '');
        $paid = $this->lightning->lightning()->withdraw(['ln_invoices' => $invoice]);
        $lines[] = "fee {$paid['fee']}, left {$paid['balance']} of {$this->lightning->lightning()->balance()['balance']}";

        return implode("\n", $lines);
    }

    /** What an administrator's page shows of the connection. */
    public function health(): string
    {
        $last = $this->aurpay->lastResponse();
        $stats = Client::stats();
        $reused = $stats['connections_reused'] * 100 / max(1, $stats['requests']);

        return $last === null
            ? 'no call yet'
            : sprintf('%d %s %.1f ms, %.0f %% reused', $last['status'], $last['trace_id'] ?? '', $last['timings']['total'], $reused);
    }
}
