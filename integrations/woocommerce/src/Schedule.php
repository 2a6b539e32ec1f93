<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * When reconciliation asks about a payment again: often while it is new, rarely later, and at last never.
 */
final class Schedule {

	private const MINUTE = 60;
	private const HOUR   = 3600;
	private const DAY    = 86400;

	/** Age in seconds => how long to wait until the next question. */
	private const WAITING = array(
		self::HOUR     => 3 * self::MINUTE,
		self::DAY      => 30 * self::MINUTE,
		7 * self::DAY  => 6 * self::HOUR,
		30 * self::DAY => self::DAY,
	);

	/** A paid one is asked about because it may be refunded on the gateway's dashboard. */
	private const PAID = array(
		self::DAY      => 6 * self::HOUR,
		60 * self::DAY => self::DAY,
	);

	/** After a refund whose outcome is not known. */
	private const IN_DOUBT = array(
		self::HOUR     => self::MINUTE,
		30 * self::DAY => self::HOUR,
	);

	public function __construct( private Clock $clock ) {}

	/** @return int Unix time; 0 for never. */
	public function next( Payment $payment ): int {
		return match ( true ) {
			$payment->refund_is_in_doubt()                   => $this->after( self::IN_DOUBT, $payment->refund_at ),
			GatewayStatus::REFUNDED === $payment->status     => 0,
			GatewayStatus::SUCCESS === $payment->status,
			GatewayStatus::RESOLVED === $payment->status     => $this->after( self::PAID, $payment->created_at ),
			default                                          => $this->after( self::WAITING, $payment->created_at ),
		};
	}

	/** The first question about a new payment. */
	public function first(): int {
		return $this->clock->now() + 2 * self::MINUTE;
	}

	/** @param array<int, int> $steps Age => pause. */
	private function after( array $steps, int $since ): int {
		$now = $this->clock->now();
		foreach ( $steps as $age => $pause ) {
			if ( $now - $since < $age ) {
				return $now + $pause;
			}
		}

		return 0;
	}
}
