<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Gateway;

use Aurpay\Sandbox\Modes;
use Aurpay\Sandbox\Store\Order;

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
    /** Parts and a second payment: a Lightning invoice is paid as a whole, and once. */
    private const NOT_ON_LIGHTNING = ['01', '03'];
    /** The shop gets the answer that names its order before the callback. */
    private const CALLBACK_DELAY_MS = 300;

    public function __construct(
        private Modes $modes,
        private Cashier $cashier,
    ) {}

    /** Plays the customer of a new order. Returns null if its price has no outcome, and the order waits. */
    public function play(Order $order): ?Order
    {
        $cents = preg_match('/^[0-9]+\.(0[0-9])$/D', $order->terms->price, $match) === 1 ? $match[1] : '';
        if (!isset(self::OUTCOMES[$cents]) || !$this->modes->isMagic()) {
            return null;
        }

        if ($order->coin->isLightning() && in_array($cents, self::NOT_ON_LIGHTNING, true)) {
            return null;
        }

        return match ($cents) {
            '01' => $this->act($order, 'underpay'),
            '02' => $this->act($this->act($order, 'expire'), 'pay', delayMs: 2 * self::CALLBACK_DELAY_MS),
            '03' => $this->act($this->act($order, 'pay'), 'pay_again', copies: 0),
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
        return $this->cashier->act($order->orderId, $action, announcement: new Announcement($copies, $isOld, $delayMs));
    }
}
