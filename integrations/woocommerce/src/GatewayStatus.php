<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * The statuses of a payment at the gateway, as text: a new one must not break a shop.
 */
final class GatewayStatus {

	public const PENDING    = 'PENDING';
	public const SUCCESS    = 'SUCCESS';
	public const RESOLVED   = 'RESOLVED';
	public const PARTIAL    = 'PARTIAL';
	public const OVERDUE    = 'OVERDUE';
	public const FAILED     = 'FAILED';
	public const TERMINATED = 'TERMINATED';
	public const REFUNDED   = 'REFUNDED';

	/** Nothing more is expected of these, but a late payment. */
	public const CLOSED = array( self::OVERDUE, self::FAILED, self::TERMINATED );

	/** Between statuses of one rank, a payment can go to and fro: an expired one can still be paid in part. */
	private const RANKS = array(
		''             => -1,
		self::PENDING  => 0,
		self::RESOLVED => 2,
		self::SUCCESS  => 3,
		self::REFUNDED => 4,
	);

	/**
	 * Whether a status may take the place of another. One that was asked for earlier can arrive later, and must not
	 * take back what is known already.
	 */
	public static function may_follow( string $status, string $known ): bool {
		return self::rank( $status ) >= self::rank( $known );
	}

	/** Whether a status comes after another one for certain, so that it is the newer one whatever the clocks say. */
	public static function outranks( string $status, string $known ): bool {
		return self::rank( $status ) > self::rank( $known );
	}

	/** Whether the customer can still be expected to pay. */
	public static function is_open( string $status ): bool {
		return in_array( $status, array( '', self::PENDING, self::PARTIAL ), true );
	}

	private static function rank( string $status ): int {
		return self::RANKS[ $status ] ?? 1;
	}
}
