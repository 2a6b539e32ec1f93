<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

use Aurpay\Laravel\Models\Payment;

/** When reconciliation asks about a payment again: often while it is new, rarely later, and at last never. */
final class Schedule
{
    private const MINUTE = 60;
    private const HOUR = 3600;
    private const DAY = 86400;

    /** Age in seconds => how long to wait until the next question. */
    private const WAITING = [
        self::HOUR => 3 * self::MINUTE,
        self::DAY => 30 * self::MINUTE,
        7 * self::DAY => 6 * self::HOUR,
        30 * self::DAY => self::DAY,
    ];

    /** A paid one can still be refunded on the gateway's dashboard. */
    private const PAID = [self::DAY => 6 * self::HOUR, 60 * self::DAY => self::DAY];

    private const IN_DOUBT = [self::HOUR => self::MINUTE, 30 * self::DAY => self::HOUR];

    /** The first question about a new payment, or after a refund: Unix time. */
    public static function first(int $now): int
    {
        return $now + 2 * self::MINUTE;
    }

    /** @return int Unix time, 0 for never */
    public static function next(Payment $payment, int $now): int
    {
        [$steps, $since] = match (true) {
            $payment->refund->isInDoubt() => [self::IN_DOUBT, $payment->refund_at],
            in_array($payment->status, [GatewayStatus::SUCCESS, GatewayStatus::RESOLVED], true) => [self::PAID, $payment->created_at],
            default => [self::WAITING, $payment->created_at],
        };
        if ($payment->status === GatewayStatus::REFUNDED) {
            return 0;
        }
        foreach ($steps as $age => $pause) {
            if ($now - $since < $age) {
                return $now + $pause;
            }
        }

        return 0;
    }
}
