<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Gateway;

use Aurpay\Sandbox\Store\Order;

/**
 * What can be done with an order in its present status, and why not the rest.
 */
final class Transitions
{
    /** The shop's own action: it refunds through the API. */
    public const REFUND = 'refund';

    /** What may stand in the way of an action. */
    public const STATUS = 'status';
    public const LIGHTNING = 'lightning';

    /** A Lightning invoice is paid as a whole, and once. */
    private const NOT_ON_LIGHTNING = ['underpay', 'pay_again'];

    private const TITLES = [
        'resolve' => 'Resolve (accept as it is)',
        'expire' => 'Let it expire',
    ];

    /**
     * @return list<array{action: string, title: string, becomes: string, possible: bool, reason: string|null}>
     */
    public static function of(Order $order): array
    {
        $described = [];
        foreach (self::actions() as $action => [, $becomes]) {
            $reason = self::reason($order, $action);
            $described[] = [
                'action' => $action,
                'title' => self::title($action, $order),
                'becomes' => $becomes,
                'possible' => $reason === null,
                'reason' => $reason,
            ];
        }

        return $described;
    }

    /**
     * Why an action is not possible; null if it is.
     *
     * @return self::STATUS|self::LIGHTNING|null
     */
    public static function obstacle(Order $order, string $action): ?string
    {
        return match (true) {
            !in_array($order->status, self::actions()[$action][0], true) => self::STATUS,
            $order->coin->isLightning() && in_array($action, self::NOT_ON_LIGHTNING, true) => self::LIGHTNING,
            default => null,
        };
    }

    private static function reason(Order $order, string $action): ?string
    {
        return match (self::obstacle($order, $action)) {
            self::STATUS => "The order is {$order->status}; this needs " . self::oneOf(self::actions()[$action][0]),
            self::LIGHTNING => 'A Lightning invoice is paid as a whole, and once',
            null => null,
        };
    }

    /**
     * @return array<string, array{non-empty-list<string>, string}> action => the statuses before it, and the one after
     */
    private static function actions(): array
    {
        return Cashier::ACTIONS + [self::REFUND => [Order::REFUNDABLE, 'REFUNDED']];
    }

    private static function title(string $action, Order $order): string
    {
        if ($action === 'pay' && $order->status === 'OVERDUE') {
            return 'Pay late';
        }

        return self::TITLES[$action] ?? ucfirst(str_replace('_', ' ', $action));
    }

    /**
     * @param non-empty-list<string> $words
     */
    private static function oneOf(array $words): string
    {
        $last = array_pop($words);

        return $words === [] ? $last : implode(', ', $words) . " or $last";
    }
}
