<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Gateway;

use Aurpay\Sandbox\Api\ApiError;
use Aurpay\Sandbox\Clock;
use Aurpay\Sandbox\Json\Number;
use Aurpay\Sandbox\Money\Decimal;
use Aurpay\Sandbox\Store\Database;
use Aurpay\Sandbox\Store\Order;
use Aurpay\Sandbox\Store\Orders;
use Aurpay\Sandbox\Store\Transaction;
use Aurpay\Sandbox\Store\Transactions;
use Aurpay\Sandbox\Store\Wallets;

/**
 * Refunds of whole orders, and what a refund would pay.
 */
final readonly class Refunds
{
    public function __construct(
        private Database $database,
        private Orders $orders,
        private Transactions $transactions,
        private Wallets $wallets,
        private Clock $clock,
    ) {}

    /**
     * @return array<string, mixed>
     */
    public function quote(Order $order): array
    {
        $this->requireRefundable($order);

        return $this->describe($order, $order->coin->feeFor($order->amount));
    }

    /**
     * Refunds an order. It is read, checked and changed with one lock, so it
     * can be refunded only once.
     *
     * @return array<string, mixed>
     */
    public function refund(Order $order): array
    {
        return $this->database->transaction(function () use ($order): array {
            $order = $this->orders->find($order->orderId) ?? throw ApiError::notFound('Order not found');
            $this->requireRefundable($order);
            if (!$this->wallets->debit($order->userId, $order->coin, $order->amount)) {
                throw ApiError::insufficientBalance();
            }
            $fee = $this->actualFee($order);
            $this->orders->changeStatus($order, 'REFUNDED', $this->clock->stamp());
            $this->transactions->add($this->transaction($order, $fee));

            return $this->describe($order, $fee);
        });
    }

    private function requireRefundable(Order $order): void
    {
        if (!$order->isRefundable()) {
            throw ApiError::badRequest("An order that is {$order->status} cannot be refunded");
        }
    }

    /**
     * The network's fee differs between refund-info and refund: the documents'
     * examples for the same order have 0.353 and 0.3535.
     */
    private function actualFee(Order $order): string
    {
        $quoted = $order->coin->feeFor($order->amount);

        return Decimal::min(
            Decimal::round(Decimal::multiply($quoted, '1.0014'), $order->coin->scale),
            $order->amount,
        );
    }

    /**
     * @return array<string, mixed>
     */
    private function describe(Order $order, string $fee): array
    {
        return [
            'order_id' => $order->orderId,
            'chain' => $order->coin->chain,
            'currency' => $order->coin->currency,
            'amount' => new Number($order->amount),
            'network_fee' => new Number($fee),
            'obtained' => new Number(Decimal::subtract($order->amount, $fee)),
            'from_addr' => $order->address,
            'to_addr' => $this->transactions->get($order->txId)->fromAddress,
            // The example looks like a duration in seconds.
            'refund_et' => 60,
        ];
    }

    private function transaction(Order $order, string $fee): Transaction
    {
        return new Transaction(
            txId: Invent::transactionId(),
            userId: $order->userId,
            orderId: $order->orderId,
            type: 'REFUND',
            status: 'SUCCESS',
            chain: $order->coin->chain,
            currency: $order->coin->currency,
            amount: $order->amount,
            obtained: Decimal::subtract($order->amount, $fee),
            fee: $fee,
            fromAddress: $order->address,
            toAddress: $this->transactions->get($order->txId)->fromAddress,
            hash: Invent::hash($order->coin),
            eventTime: $this->clock->stamp(),
        );
    }
}
