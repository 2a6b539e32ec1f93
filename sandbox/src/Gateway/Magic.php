<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Gateway;

use Aurpay\Sandbox\Clock;
use Aurpay\Sandbox\Modes;
use Aurpay\Sandbox\Store\Database;
use Aurpay\Sandbox\Store\Order;
use Aurpay\Sandbox\Store\Transactions;
use Aurpay\Sandbox\Store\Wallets;

/**
 * With --magic, the cents of a price choose what becomes of the order, so that
 * a test of a shop needs no customer.
 */
final readonly class Magic
{
    /** Cents => the outcome, in words. */
    public const OUTCOMES = [
        '01' => 'underpaid (PARTIAL)',
        '02' => 'paid late (OVERDUE, then SUCCESS)',
        '03' => 'paid twice (SUCCESS, two transactions)',
        '04' => 'paid, no callback',
        '05' => 'paid, callback twice',
        '06' => 'paid, callback with a Date of yesterday',
        '07' => 'failed (FAILED)',
        '08' => 'expired (OVERDUE)',
    ];
    /** The shop gets the answer that names its order before the callback. */
    private const CALLBACK_DELAY_MS = 300;

    public function __construct(
        private Modes $modes,
        private Cashier $cashier,
        private Database $database,
        private Transactions $transactions,
        private Wallets $wallets,
        private Clock $clock,
    ) {}

    /** Plays the customer of a new order. Returns null if its price has no outcome, and the order waits. */
    public function play(Order $order): ?Order
    {
        $cents = preg_match('/^[0-9]+\.(0[0-9])$/D', $order->terms->price, $match) === 1 ? $match[1] : '';
        if (!isset(self::OUTCOMES[$cents]) || !$this->modes->isMagic()) {
            return null;
        }

        return match ($cents) {
            '01' => $this->act($order, 'underpay'),
            '02' => $this->act($this->act($order, 'expire'), 'pay', delayMs: 2 * self::CALLBACK_DELAY_MS),
            '03' => $this->payTwice($order),
            '04' => $this->act($order, 'pay', copies: 0),
            '05' => $this->act($order, 'pay', copies: 2),
            '06' => $this->act($order, 'pay', isOld: true),
            '07' => $this->act($order, 'fail'),
            '08' => $this->act($order, 'expire'),
        };
    }

    /** @param key-of<Cashier::ACTIONS> $action */
    private function act(
        Order $order,
        string $action,
        int $copies = 1,
        bool $isOld = false,
        int $delayMs = self::CALLBACK_DELAY_MS,
    ): Order {
        return $this->cashier->act($order->orderId, $action, new Announcement($copies, $isOld, $delayMs));
    }

    /** The second payment is a transaction of its own. What the service does with it is not documented. */
    private function payTwice(Order $order): Order
    {
        $paid = $this->act($order, 'pay');
        $this->database->transaction(function () use ($paid): void {
            $second = $this->transactions->get($paid->txId)->again(
                Invent::transactionId(),
                Invent::hash($paid->coin),
                $this->clock->stamp(),
            );
            $this->transactions->add($second);
            $this->wallets->credit($paid->userId, $paid->coin, $paid->amount);
        });

        return $paid;
    }
}
