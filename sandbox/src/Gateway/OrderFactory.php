<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Gateway;

use Aurpay\Sandbox\Clock;
use Aurpay\Sandbox\InvalidInput;
use Aurpay\Sandbox\Money\Coin;
use Aurpay\Sandbox\Money\Decimal;
use Aurpay\Sandbox\Store\Order;
use Aurpay\Sandbox\Store\Orders;
use Aurpay\Sandbox\Store\Transaction;
use Aurpay\Sandbox\Store\Transactions;

/**
 * Creates orders, each with the transaction that will pay it.
 */
final readonly class OrderFactory
{
    public function __construct(
        private Orders $orders,
        private Transactions $transactions,
        private Clock $clock,
    ) {}

    /** Call this only inside a database transaction. */
    public function create(string $userId, PaymentTerms $terms, Coin $coin, string $type = 'ORDER'): Order
    {
        $order = $this->build($userId, $terms, $coin, $type);
        $this->orders->add($order);
        $this->transactions->add(new Transaction(
            txId: $order->txId,
            userId: $userId,
            orderId: $order->orderId,
            type: $type,
            status: 'PENDING',
            chain: $coin->chain,
            currency: $coin->currency,
            amount: $order->amount,
            obtained: null,
            fee: $coin->feeFor($order->amount),
            fromAddress: null,
            // An invoice has no address yet; the documents' example shows false.
            toAddress: $type === 'INVOICE' ? null : $order->address,
            hash: null,
            eventTime: $order->createTime,
        ));

        return $order;
    }

    /** The transaction of a second payment. Call this only inside a database transaction. */
    public function addPayment(Order $order, string $amount): void
    {
        $fee = $order->coin->feeFor($amount);
        $this->transactions->add(new Transaction(
            txId: Invent::transactionId(),
            userId: $order->userId,
            orderId: $order->orderId,
            type: $order->type,
            status: 'SUCCESS',
            chain: $order->coin->chain,
            currency: $order->coin->currency,
            amount: $amount,
            obtained: Decimal::subtract($amount, $fee),
            fee: $fee,
            fromAddress: Invent::address($order->coin),
            toAddress: $order->address,
            hash: Invent::hash($order->coin),
            eventTime: $this->clock->stamp(),
        ));
    }

    /** What the customer has to pay. */
    public static function amount(PaymentTerms $terms, Coin $coin): string
    {
        if ($terms->fixedPrice && !$coin->stable) {
            throw new InvalidInput('fixed_encrypt_price: only stable currencies are supported');
        }
        $amount = $coin->amountFor($terms->price, $terms->currency, $terms->fixedPrice);

        return Decimal::isPositive($amount)
            ? $amount
            : throw new InvalidInput("The price is too small to be paid in {$coin->currency}");
    }

    private function build(string $userId, PaymentTerms $terms, Coin $coin, string $type): Order
    {
        $amount = self::amount($terms, $coin);
        $now = $this->clock->stamp();

        return new Order(
            orderId: Invent::orderId($this->clock->offset()),
            userId: $userId,
            type: $type,
            status: 'PENDING',
            coin: $coin,
            amount: $amount,
            terms: $terms,
            address: $coin->isLightning() ? bin2hex(random_bytes(32)) : Invent::address($coin),
            paymentRequest: $coin->isLightning() ? Invent::invoice($amount) : null,
            txId: Invent::transactionId(),
            createTime: $now,
            updateTime: $now,
        );
    }
}
