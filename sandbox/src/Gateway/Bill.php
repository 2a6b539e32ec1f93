<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Gateway;

use Aurpay\Sandbox\Clock;
use Aurpay\Sandbox\Conflict;
use Aurpay\Sandbox\InvalidInput;
use Aurpay\Sandbox\Money\Decimal;
use Aurpay\Sandbox\Store\Deadlines;
use Aurpay\Sandbox\Store\Order;
use Aurpay\Sandbox\Store\Payments;

/**
 * What an order's customer has paid, what is missing, and until when it can be paid.
 */
final readonly class Bill
{
    /** How long an order waits for the customer. Invented: the documents do not say. */
    public const LIFETIME_SECONDS = 1800;

    public function __construct(
        private Payments $payments,
        private Deadlines $deadlines,
        private Clock $clock,
    ) {}

    public function received(Order $order): string
    {
        return $this->payments->received($order->orderId);
    }

    public function missing(Order $order): string
    {
        $received = $this->received($order);

        return Decimal::subtract($order->amount, Decimal::min($received, $order->amount));
    }

    public function isPaid(Order $order): bool
    {
        return !Decimal::isPositive($this->missing($order));
    }

    /** Records a payment. Call this only inside a database transaction. */
    public function pay(Order $order, string $amount): void
    {
        $scale = $order->coin->scale;
        if (Decimal::round($amount, $scale) !== $amount) {
            throw new InvalidInput("amount: {$order->coin->currency} has at most $scale decimal places");
        }
        if ($order->coin->isLightning() && $amount !== $order->amount) {
            throw new Conflict('A Lightning invoice is paid as a whole, or not at all');
        }
        $this->payments->add($order->orderId, $amount, $this->clock->stamp());
    }

    /** Half of the whole amount. */
    public function half(Order $order): string
    {
        $half = Decimal::round(Decimal::multiply($order->amount, '0.5'), $order->coin->scale);

        return Decimal::compare($half, $order->amount) < 0
            ? $half
            : throw new Conflict("{$order->amount} {$order->coin->currency} is too little to be paid in parts");
    }

    /** The time after which a pending order is overdue, in the API's format. */
    public function deadline(Order $order): string
    {
        return $this->deadlines->find($order->orderId)
            ?? gmdate('Y-m-d\TH:i:s', strtotime($order->createTime . 'Z') + self::LIFETIME_SECONDS);
    }

    public function expireIn(Order $order, int $seconds): void
    {
        $this->deadlines->set($order->orderId, $this->clock->stamp(-$seconds));
    }
}
