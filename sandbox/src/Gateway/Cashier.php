<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Gateway;

use Aurpay\Sandbox\Clock;
use Aurpay\Sandbox\Conflict;
use Aurpay\Sandbox\Money\Coin;
use Aurpay\Sandbox\Money\Decimal;
use Aurpay\Sandbox\Store\Callbacks;
use Aurpay\Sandbox\Store\Checkout;
use Aurpay\Sandbox\Store\Checkouts;
use Aurpay\Sandbox\Store\Database;
use Aurpay\Sandbox\Store\Order;
use Aurpay\Sandbox\Store\Orders;
use Aurpay\Sandbox\Store\Transactions;
use Aurpay\Sandbox\Store\Wallets;

/**
 * Changes the status of an order: the customer pays, pays too little or never
 * pays, the merchant resolves or terminates it.
 *
 * Only success and timeout are called back ("When the order status is
 * successful, the callback_url URL will be requested; when the order status
 * times out, the timeout_callback URL"). The shop has to ask to learn of
 * PARTIAL, FAILED, TERMINATED and RESOLVED.
 */
final readonly class Cashier
{
    /** How long an order waits for the customer. Invented: the documents do not say. */
    public const LIFETIME_SECONDS = 1800;

    /** Action => the statuses in which it is possible, and the resulting status. */
    public const ACTIONS = [
        'pay' => [['PENDING', 'PARTIAL', 'OVERDUE'], 'SUCCESS'],
        'underpay' => [['PENDING', 'OVERDUE'], 'PARTIAL'],
        'expire' => [['PENDING'], 'OVERDUE'],
        'fail' => [['PENDING', 'PARTIAL'], 'FAILED'],
        'terminate' => [['PENDING', 'PARTIAL', 'OVERDUE'], 'TERMINATED'],
        'resolve' => [['PARTIAL', 'OVERDUE', 'FAILED'], 'RESOLVED'],
    ];

    public function __construct(
        private Database $database,
        private Orders $orders,
        private Checkouts $checkouts,
        private Transactions $transactions,
        private Callbacks $callbacks,
        private Wallets $wallets,
        private OrderFactory $factory,
        private OrderView $view,
        private Clock $clock,
    ) {}

    /** The customer chooses a coin, which creates the Aurpay order. */
    public function choose(Checkout $checkout, Coin $coin): Order
    {
        return $this->database->transaction(function () use ($checkout, $coin): Order {
            $existing = $this->checkouts->find($checkout->token)?->orderId;
            if ($existing !== null) {
                throw new Conflict("A coin was already chosen: order $existing");
            }
            $order = $this->factory->create($checkout->userId, $checkout->terms, $coin);
            $this->checkouts->setOrder($checkout->token, $order->orderId);

            return $order;
        });
    }

    /** @param key-of<self::ACTIONS> $action */
    public function act(string $orderId, string $action, Announcement $announcement = new Announcement()): Order
    {
        return $this->database->transaction(function () use ($orderId, $action, $announcement): Order {
            $order = $this->reload($orderId);
            [$from, $status] = self::ACTIONS[$action];
            if (!in_array($order->status, $from, true)) {
                throw new Conflict("Cannot $action an order that is {$order->status}");
            }
            $this->orders->changeStatus($order, $status, $this->clock->stamp());
            $this->book($order, $status);
            $this->announce($this->reload($orderId), $announcement);

            return $this->reload($orderId);
        });
    }

    /** Sets pending orders to OVERDUE after their time to pay. */
    public function expireOldOrders(): void
    {
        foreach ($this->orders->pendingSince($this->clock->stamp(self::LIFETIME_SECONDS)) as $order) {
            try {
                $this->act($order->orderId, 'expire');
            } catch (Conflict) {
                // The order was paid at this moment.
            }
        }
    }

    /** When expireOldOrders() has work next, in seconds of the sandbox's clock. */
    public function nextExpiry(): ?int
    {
        $oldest = $this->orders->oldestPending();

        return $oldest === null ? null : (int) strtotime($oldest . 'Z') + self::LIFETIME_SECONDS + 1;
    }

    private function reload(string $orderId): Order
    {
        return $this->orders->find($orderId) ?? throw new Conflict("No order $orderId");
    }

    private function book(Order $order, string $status): void
    {
        $time = $this->clock->stamp();
        if (!in_array($status, ['SUCCESS', 'RESOLVED', 'PARTIAL'], true)) {
            $this->transactions->change($order->txId, ['status' => $status], $time);

            return;
        }
        $transaction = $this->transactions->get($order->txId);
        $paid = $status === 'PARTIAL'
            ? Decimal::round(Decimal::multiply($order->amount, '0.5'), $order->coin->scale)
            : $order->amount;
        $this->transactions->change($order->txId, [
            // The documents list no PARTIAL among a transaction's statuses.
            'status' => $status === 'PARTIAL' ? 'PENDING' : $status,
            'obtained' => Decimal::subtract($paid, Decimal::min($transaction->fee, $paid)),
            'from_addr' => $transaction->fromAddress ?? Invent::address($order->coin),
            'tx_hash' => $transaction->hash ?? Invent::hash($order->coin),
        ], $time);
        if ($status !== 'PARTIAL') {
            // Credit the whole amount, so that the balance always covers a refund of the order.
            $this->wallets->credit($order->userId, $order->coin, $paid);
        }
    }

    private function announce(Order $order, Announcement $announcement): void
    {
        [$kind, $url] = match ($order->status) {
            'SUCCESS' => ['success', $order->terms->callbackUrl],
            'OVERDUE' => ['timeout', $order->terms->timeoutCallback],
            default => ['', ''],
        };
        if ($url === '') {
            return;
        }
        $body = $order->terms->postCallback ? $this->view->callbackBody($order) : null;
        for ($copy = 0; $copy < $announcement->copies; $copy++) {
            $this->callbacks->enqueue(
                $order->orderId,
                $kind,
                $url,
                $body,
                $this->clock->stamp(),
                $announcement->isOld ? $this->clock->stamp(86_400) . 'Z' : null,
                $announcement->delayMs,
            );
        }
    }
}
