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

    private const TITLES = [
        'resolve' => 'Resolve (accept as it is)',
        'expire' => 'Let it expire',
    ];

    /**
     * @return list<array{action: string, title: string, becomes: string, possible: bool, reason: string|null}>
     */
    public static function of(Order $order): array
    {
        $actions = Cashier::ACTIONS + [self::REFUND => [Order::REFUNDABLE, 'REFUNDED']];
        $described = [];
        foreach ($actions as $action => [$from, $becomes]) {
            $possible = in_array($order->status, $from, true);
            $described[] = [
                'action' => $action,
                'title' => self::title($action, $order),
                'becomes' => $becomes,
                'possible' => $possible,
                'reason' => $possible ? null : "The order is {$order->status}; this needs " . self::oneOf($from),
            ];
        }

        return $described;
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
