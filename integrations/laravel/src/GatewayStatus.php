<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

/**
 * The statuses of a payment at the gateway, as text: one that this package does not know must not break a shop.
 */
final class GatewayStatus
{
    public const PENDING = 'PENDING';
    public const SUCCESS = 'SUCCESS';
    public const RESOLVED = 'RESOLVED';
    public const PARTIAL = 'PARTIAL';
    public const OVERDUE = 'OVERDUE';
    public const FAILED = 'FAILED';
    public const TERMINATED = 'TERMINATED';
    public const REFUNDED = 'REFUNDED';

    /** Nothing more is expected of these, but late coins. */
    public const CLOSED = [self::OVERDUE, self::FAILED, self::TERMINATED];

    /** Statuses of one rank can follow each other in both directions: an expired payment can still be paid in part. */
    private const RANKS = ['' => -1, self::PENDING => 0, self::RESOLVED => 2, self::SUCCESS => 3, self::REFUNDED => 4];

    /** Whether a status may replace the known one. An answer that was held up must not take back what is known since. */
    public static function mayFollow(string $status, string $known): bool
    {
        return self::rank($status) >= self::rank($known);
    }

    /** Whether a status comes after another one for certain, so that it is the newer one whatever the clocks say. */
    public static function outranks(string $status, string $known): bool
    {
        return self::rank($status) > self::rank($known);
    }

    /** Whether the customer can still be expected to pay. */
    public static function isOpen(string $status): bool
    {
        return in_array($status, ['', self::PENDING, self::PARTIAL], true);
    }

    private static function rank(string $status): int
    {
        return self::RANKS[$status] ?? 1;
    }
}
