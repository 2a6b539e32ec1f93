<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Testing;

use Aurpay\Laravel\GatewayStatus;
use Aurpay\Laravel\Models\Payment;
use Illuminate\Support\Carbon;

/**
 * A merchant's orders at the gateway of a test. Their clock is Carbon's, so that travelling in time expires them. A
 * payment that a factory has made is known as its row says.
 */
final class FakeOrders
{
    private const LIFETIME_SECONDS = 1800;

    private const COINS = [
        ['chain' => 'BTC', 'currency' => 'BTC', 'status' => true],
        ['chain' => 'ETH', 'currency' => 'USDT-ERC20', 'status' => true],
        ['chain' => 'TRX', 'currency' => 'USDT-TRC20', 'status' => true],
    ];

    /** @var array<array-key, array<string, mixed>> id => the order, as the gateway shows it */
    private array $orders = [];

    /** @var array<array-key, int> id => Unix time of its creation */
    private array $created = [];

    /** @var array<string, string> callback URL => the order for which the customer has chosen a coin */
    private array $hosted = [];

    /**
     * What the gateway answers to a call.
     *
     * @return array<array-key, mixed>|Fault
     *
     * @throws \LogicException if only the test can know
     */
    public function answer(SentCall $call): array|Fault
    {
        return match ($call->name) {
            'orders.fiatCurrencies' => [['currency' => 'USD', 'name' => 'US Dollar'], ['currency' => 'EUR', 'name' => 'Euro']],
            'orders.cryptoCurrencies' => self::COINS,
            'orders.createPayInfo' => self::refusedCurrency($call->params, 'vs_currency') ?? $this->createWithCoin($call->params),
            'orders.createPayUrl' => self::refusedCurrency($call->params, 'currency')
                ?? ['pay_url' => self::page(bin2hex(random_bytes(8)))],
            'orders.list' => $this->onePage(),
            'orders.detail' => $this->find($call->id) ?? self::unknown(),
            'orders.refundInfo' => $this->refundInfo($call->id),
            'orders.refund' => $this->refund($call->id),
            default => throw new \LogicException(
                "Aurpay::fake() does not know what to answer to $call->name. Tell it: Aurpay::answers('$call->name', [...]).",
            ),
        };
    }

    /**
     * Lets the gateway say something else of a payment from now on.
     *
     * @param array<string, mixed> $fields as Aurpay\Order::detail() returns them
     */
    public function change(Payment $payment, array $fields): void
    {
        $id = $this->idOf($payment);
        $this->orders[$id] = $fields + ($this->find($id) ?? throw new \LogicException("The gateway does not know the payment $id."));
    }

    /** The gateway's id of a payment. If the customer chooses the coin on the gateway's page, that is done now. */
    public function idOf(Payment $payment): string
    {
        if ($payment->gateway_id !== null) {
            return $payment->gateway_id;
        }
        if ($payment->kind !== Payment::KIND_HOSTED) {
            throw new \LogicException("Payment $payment->id was not created at the gateway: it is {$payment->state->value}.");
        }

        return $this->hosted[$payment->callback_url] ??= $this->create([
            'chain' => 'TRX',
            'currency' => 'USDT-TRC20',
            'vs_price' => $payment->price,
            'vs_currency' => $payment->currency,
        ]);
    }

    /** @return array<string, mixed>|null the order now */
    public function find(string $id): ?array
    {
        $order = $this->orders[$id] ?? $this->ofRow($id);
        if ($order === null) {
            return null;
        }
        $isOver = ($this->created[$id] ?? PHP_INT_MAX) < Carbon::now()->getTimestamp() - self::LIFETIME_SECONDS;
        if ($isOver && $order['status'] === GatewayStatus::PENDING) {
            $order['status'] = GatewayStatus::OVERDUE;
        }

        return $this->orders[$id] = $order;
    }

    /**
     * @param array<string, mixed> $params
     *
     * @return array<string, mixed>
     */
    private function createWithCoin(array $params): array
    {
        $id = $this->create($params);
        $order = $this->orders[$id];

        return [
            'order_id' => $id,
            'status' => $order['status'],
            'amount' => $order['amount'],
            'create_time' => $order['create_time'],
            'vs_currency' => $order['vs_currency'],
            'vs_price' => $order['vs_price'],
            'address' => 'address-of-' . $id,
            'contract_addr' => null,
            'pay_url' => self::page($id),
        ];
    }

    /** @param array<string, mixed> $terms */
    private function create(array $terms): string
    {
        $now = Carbon::now()->getTimestamp();
        $id = gmdate('YmdHis', $now) . random_int(100000, 999999);
        $this->created[$id] = $now;
        $this->orders[$id] = self::order($id, $now, $terms);

        return $id;
    }

    /**
     * @param array<string, mixed> $terms
     *
     * @return array<string, mixed>
     */
    private static function order(string $id, int $created, array $terms): array
    {
        $time = gmdate('Y-m-d\TH:i:s', $created);

        return [
            'user_id' => 'test-merchant',
            'order_id' => $id,
            'order_type' => 'ORDER',
            'platform' => 'API',
            'status' => GatewayStatus::PENDING,
            'chain' => $terms['chain'],
            'chain_name' => $terms['chain'],
            'currency' => $terms['currency'],
            // One coin for one unit of the price: tests are about neither rates nor fees.
            'amount' => $terms['vs_price'],
            'vs_price' => $terms['vs_price'],
            'vs_currency' => $terms['vs_currency'],
            'remark' => '',
            'refund' => false,
            'create_time' => $time,
            'update_time' => $time,
            'tx_id' => 'T' . $id,
            'tx_type' => 'ORDER',
            'obtained' => null,
            'fee' => '0',
            'from_addr' => null,
            'to_addr' => false,
            'tx_hash' => null,
            'contract_id' => null,
        ];
    }

    /** @return array<string, mixed>|null what the gateway would say of a payment that a factory has made */
    private function ofRow(string $id): ?array
    {
        $payment = Payment::query()->where('gateway_id', $id)->first();
        if ($payment === null) {
            return null;
        }
        $this->created[$id] ??= $payment->created_at;

        return [
            'status' => $payment->status === '' ? GatewayStatus::PENDING : $payment->status,
            'obtained' => $payment->obtained === '' ? null : $payment->obtained,
        ] + self::order($id, $payment->created_at, [
            'chain' => $payment->chain,
            'currency' => $payment->coin,
            'vs_price' => $payment->price,
            'vs_currency' => $payment->currency,
        ]);
    }

    /** @return array<string, mixed> */
    private function onePage(): array
    {
        $entries = array_map(fn (int|string $id): ?array => $this->find((string) $id), array_keys($this->orders));

        return ['page' => 1, 'size' => 100, 'total' => count($entries), 'max_page' => 1, 'data' => array_reverse($entries)];
    }

    /** @return array<string, mixed>|Fault */
    private function refundInfo(string $id): array|Fault
    {
        $order = $this->find($id);

        return $order === null ? self::unknown() : [
            'order_id' => $id,
            'chain' => $order['chain'],
            'currency' => $order['currency'],
            'amount' => $order['amount'],
            'network_fee' => '0',
            'obtained' => $order['amount'],
            'from_addr' => 'address-of-the-merchant',
            'to_addr' => 'address-of-the-customer',
            'refund_et' => 600,
        ];
    }

    /** @return array<string, mixed>|Fault */
    private function refund(string $id): array|Fault
    {
        $status = $this->find($id)['status'] ?? null;
        if ($status !== null && $status !== GatewayStatus::SUCCESS) {
            return Fault::refused('An order that is ' . (is_string($status) ? $status : 'in a status of the test') . ' cannot be refunded');
        }
        $answer = $this->refundInfo($id);
        if (is_array($answer)) {
            $this->orders[$id]['status'] = GatewayStatus::REFUNDED;
        }

        return $answer;
    }

    /** @param array<string, mixed> $params */
    private static function refusedCurrency(array $params, string $name): ?Fault
    {
        return is_string($params[$name] ?? null) && preg_match('/^[A-Z]{3,10}$/D', $params[$name]) === 1
            ? null
            : Fault::refused("$name: unknown currency");
    }

    private static function unknown(): Fault
    {
        return Fault::refused('Order not found', 404, 404);
    }

    private static function page(string $id): string
    {
        return "https://dashboard.aurpay.example/pay/$id";
    }
}
