<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * The jobs of Action Scheduler.
 */
final class Jobs {

	public const RECONCILE = 'aurpay_native_reconcile';
	public const COINS     = 'aurpay_native_refresh_coins';

	private const GROUP = 'aurpay-native';

	private const RECONCILE_SECONDS = 180;

	public function __construct( private Coins $coins, private Settings $settings, private Clock $clock, private Log $log ) {}

	/**
	 * Makes sure that the jobs are planned. Action Scheduler gives up a job that has failed five times; here it comes
	 * back. Pages of customers do not do it: it costs queries.
	 */
	public function ensure(): void {
		$pauses = array(
			self::RECONCILE => self::RECONCILE_SECONDS,
			self::COINS     => DAY_IN_SECONDS,
		);
		foreach ( $pauses as $hook => $pause ) {
			if ( ! as_has_scheduled_action( $hook, array(), self::GROUP ) ) {
				as_schedule_recurring_action( $this->clock->now() + $pause, $pause, $hook, array(), self::GROUP, true );
			}
		}
	}

	/** @return int|null When reconciliation runs next, in Unix time; 0 if it runs now; null if it is not planned. */
	public function next_reconcile(): ?int {
		$next = as_next_scheduled_action( self::RECONCILE, array(), self::GROUP );

		return is_int( $next ) ? $next : ( $next ? 0 : null );
	}

	/** Plans one more reconciliation, for a refund whose outcome is not known. */
	public function reconcile_soon(): void {
		try {
			as_schedule_single_action( $this->clock->now() + 2 * MINUTE_IN_SECONDS, self::RECONCILE, array( 'soon' ), self::GROUP );
		} catch ( \Throwable $failure ) {
			// The recurring job does it, only later.
			$this->log->failure( 'A reconciliation could not be planned', $failure );
		}
	}

	public function refresh_coins(): void {
		$mode = $this->settings->mode();
		try {
			if ( $this->settings->has_credentials( $mode ) ) {
				$this->coins->refresh( $mode );
			}
		} catch ( \Throwable $failure ) {
			$this->log->failure( 'The list of coins could not be refreshed', $failure );
		}
	}

	public static function remove(): void {
		if ( function_exists( 'as_unschedule_all_actions' ) ) {
			as_unschedule_all_actions( self::RECONCILE );
			as_unschedule_all_actions( self::COINS );
		}
	}
}
