<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * Asks the gateway about payments whose callback may be lost, and about everything that is never called back: underpaid,
 * failed, accepted or refunded on the dashboard.
 */
final class Reconciler {

	private const LOCK_SECONDS  = 300;
	private const BATCH         = 50;
	private const LONGEST_RUN   = 45;
	private const RETRY_SECONDS = 300;

	public function __construct(
		private PaymentStore $store,
		private Gateway $gateway,
		private Settlement $settlement,
		private Refunds $refunds,
		private Settings $settings,
		private Site $site,
		private Lock $lock,
		private Clock $clock,
		private Log $log,
	) {}

	/**
	 * Asks about all payments that are due. It never throws: Action Scheduler gives up a job that fails often.
	 *
	 * @return int How many payments the gateway has told of.
	 */
	public function run(): int {
		if ( $this->site->is_copy() ) {
			return 0;
		}
		try {
			return $this->lock->hold( 'reconcile', self::LOCK_SECONDS, 0.0, $this->run_locked( ... ) );
		} catch ( LockBusy ) {
			return 0;
		} catch ( \Throwable $failure ) {
			$this->log->failure( 'Reconciliation stopped', $failure );

			return 0;
		}
	}

	/**
	 * Asks about the open payments of one order, now.
	 *
	 * @return bool Whether the gateway has told of all of them. A copy of the shop asks nothing.
	 */
	public function run_for_order( int $order_id ): bool {
		if ( $this->site->is_copy() ) {
			return false;
		}
		$payments = array_filter( $this->store->of_order( $order_id ), static fn ( Payment $payment ): bool => '' !== $payment->gateway_id );
		$told     = 0;
		foreach ( array( Settings::LIVE, Settings::TEST ) as $mode ) {
			$told += $this->ask( $mode, array_values( array_filter( $payments, static fn ( Payment $payment ): bool => $mode === $payment->mode ) ) );
		}

		return count( $payments ) === $told;
	}

	private function run_locked( Held $held ): int {
		$end  = $this->clock->now() + self::LONGEST_RUN;
		$told = 0;
		foreach ( array( Settings::LIVE, Settings::TEST ) as $mode ) {
			while ( $this->settings->has_credentials( $mode ) && $this->clock->now() < $end ) {
				$held->check();
				$due = $this->store->due( $mode, self::BATCH );
				if ( array() === $due ) {
					break;
				}
				$told += $this->ask( $mode, $due );
			}
		}

		return $told;
	}

	/** @param list<Payment> $payments Payments of one mode. */
	private function ask( string $mode, array $payments ): int {
		if ( array() === $payments ) {
			return 0;
		}
		// Whatever happens now, none of them is asked about again at once.
		foreach ( $payments as $payment ) {
			$this->store->ask_again_at( $payment, $this->clock->now() + self::RETRY_SECONDS );
		}
		try {
			$answers = $this->gateway->ask_many( $mode, array_map( static fn ( Payment $payment ): string => $payment->gateway_id, $payments ) );
		} catch ( \Throwable $failure ) {
			$this->log->failure( 'The gateway could not be asked', $failure );

			return 0;
		}
		$told = 0;
		foreach ( $payments as $payment ) {
			$told += $this->take( $payment, $answers[ $payment->gateway_id ] ?? null ) ? 1 : 0;
		}

		return $told;
	}

	private function take( Payment $payment, mixed $answer ): bool {
		if ( ! $answer instanceof Answer ) {
			if ( $answer instanceof \Throwable ) {
				$this->log->failure( "The gateway does not tell of payment {$payment->gateway_id}", $answer );
			}

			return false;
		}
		try {
			$payment = $this->refunds->find_out( $payment, $answer );
			// What is paid is compared with the order by a question of its own.
			if ( GatewayStatus::SUCCESS === $answer->status ) {
				$this->settlement->ask( $payment, $payment->gateway_id, Payment::FOUND_BY_RECONCILE );
			} else {
				$this->settlement->settle( $payment, $answer, Payment::FOUND_BY_RECONCILE );
			}
		} catch ( \Throwable $failure ) {
			$this->log->failure( "Payment {$payment->gateway_id} could not be settled", $failure );

			return false;
		}

		return true;
	}
}
