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
    /**
     * Action => the statuses in which it is possible, and the resulting status. After a payment that does not cover
     * the amount, an order is PARTIAL instead of SUCCESS.
     */
    public const ACTIONS = [
        'pay' => [['PENDING', 'PARTIAL', 'OVERDUE'], 'SUCCESS'],
        'pay_again' => [['SUCCESS'], 'SUCCESS'],
        'underpay' => [['PENDING', 'OVERDUE'], 'PARTIAL'],
        'expire' => [['PENDING'], 'OVERDUE'],
        'fail' => [['PENDING', 'PARTIAL'], 'FAILED'],
        'terminate' => [['PENDING', 'PARTIAL', 'OVERDUE'], 'TERMINATED'],
        'resolve' => [['PARTIAL', 'OVERDUE', 'FAILED'], 'RESOLVED'],
    ];

    /** The statuses of an order after which its customer may choose another coin, while nothing was paid. */
    public const CHOOSE_AGAIN = ['PENDING', 'OVERDUE', 'FAILED', 'TERMINATED'];

    public function __construct(
        private Database $database,
        private Orders $orders,
        private Checkouts $checkouts,
        private Transactions $transactions,
        private Callbacks $callbacks,
        private Wallets $wallets,
        private OrderFactory $factory,
        private Bill $bill,
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

    /**
     * The customer chooses another coin, or the same once more: the pay URL gets a new order. One that still waits is
     * terminated. Invented: the documents do not say what becomes of it.
     */
    public function chooseAgain(Checkout $checkout, Coin $coin): Order
    {
        return $this->database->transaction(function () use ($checkout, $coin): Order {
            $old = $this->reload($this->checkouts->find($checkout->token)->orderId ?? '');
            if (!in_array($old->status, self::CHOOSE_AGAIN, true) || Decimal::isPositive($this->bill->received($old))) {
                throw new Conflict("Cannot choose another coin for an order that is {$old->status}");
            }
            if ($old->status === 'PENDING') {
                $this->change($old, 'TERMINATED', new Announcement());
            }
            $order = $this->factory->create($checkout->userId, $checkout->terms, $coin);
            $this->checkouts->setOrder($checkout->token, $order->orderId);

            return $order;
        });
    }

    /**
     * @param key-of<self::ACTIONS> $action
     * @param string|null           $amount what the customer pays; null for all that is missing
     */
    public function act(
        string $orderId,
        string $action,
        ?string $amount = null,
        Announcement $announcement = new Announcement(),
    ): Order {
        return $this->database->transaction(function () use ($orderId, $action, $amount, $announcement): Order {
            $order = $this->require($orderId, $action);
            match ($action) {
                'pay' => $this->pay($order, $amount ?? $this->bill->missing($order), $announcement),
                'underpay' => $this->pay($order, $this->bill->half($order), $announcement),
                'pay_again' => $this->payAgain($order, $amount ?? $order->amount, $announcement),
                default => $this->change($order, self::ACTIONS[$action][1], $announcement),
            };

            return $this->reload($orderId);
        });
    }

    /** Gives a pending order another time to pay. */
    public function expireIn(string $orderId, int $seconds): Order
    {
        return $this->database->transaction(function () use ($orderId, $seconds): Order {
            $order = $this->require($orderId, 'expire');
            $this->bill->expireIn($order, $seconds);

            return $order;
        });
    }

    /** Sets pending orders to OVERDUE after their time to pay. */
    public function expireOldOrders(): void
    {
        $created = $this->clock->stamp(Bill::LIFETIME_SECONDS);
        foreach ($this->orders->pendingTooLong($created, $this->clock->stamp()) as $order) {
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
        $times = array_filter([
            self::seconds($this->orders->oldestPending(), Bill::LIFETIME_SECONDS + 1),
            self::seconds($this->orders->nextDeadline(), 0),
        ]);

        return $times === [] ? null : min($times);
    }

    /** A time of the API's format, in seconds. */
    private static function seconds(?string $time, int $later): ?int
    {
        return $time === null ? null : (int) strtotime($time . 'Z') + $later;
    }

    private function reload(string $orderId): Order
    {
        return $this->orders->find($orderId) ?? throw new Conflict("No order $orderId");
    }

    private function require(string $orderId, string $action): Order
    {
        $order = $this->reload($orderId);

        return match (Transitions::obstacle($order, $action)) {
            Transitions::STATUS => throw new Conflict("Cannot $action an order that is {$order->status}"),
            Transitions::LIGHTNING => throw new Conflict('A Lightning invoice is paid as a whole, and once'),
            null => $order,
        };
    }

    private function pay(Order $order, string $amount, Announcement $announcement): void
    {
        $this->bill->pay($order, $amount);
        $this->change($order, $this->bill->isPaid($order) ? 'SUCCESS' : 'PARTIAL', $announcement);
    }

    /**
     * A second payment of a paid order: a transaction of its own, and the callback once more. Invented: the documents
     * do not say what the service does.
     */
    private function payAgain(Order $order, string $amount, Announcement $announcement): void
    {
        $this->bill->pay($order, $amount);
        $this->factory->addPayment($order, $amount);
        $this->wallets->credit($order->userId, $order->coin, $amount);
        $this->announce($order, $announcement);
    }

    private function change(Order $order, string $status, Announcement $announcement): void
    {
        $this->orders->changeStatus($order, $status, $this->clock->stamp());
        $this->book($order, $status);
        $this->announce($this->reload($order->orderId), $announcement);
    }

    private function book(Order $order, string $status): void
    {
        $time = $this->clock->stamp();
        if (!in_array($status, ['SUCCESS', 'RESOLVED', 'PARTIAL'], true)) {
            $this->transactions->change($order->txId, ['status' => $status], $time);

            return;
        }
        $transaction = $this->transactions->get($order->txId);
        // Who resolves an order is content with what came; the sandbox books it like a paid one.
        $paid = $status === 'RESOLVED' ? $order->amount : $this->bill->received($order);
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
