<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

use Aurpay\OutcomeUnknownException;

/**
 * Starts the payment of an order. A second try with the same coin and total gets the open payment again.
 */
final class Checkout {

	/** Longer than the client's timeout. */
	private const LOCK_SECONDS     = 45;
	private const PATIENCE_SECONDS = 25.0;

	/** The gateway gives a payment 30 minutes. One that is about to expire is not offered again. */
	private const REUSE_SECONDS = 1500;

	public function __construct(
		private Settings $settings,
		private PaymentStore $store,
		private Gateway $gateway,
		private Lock $lock,
		private Schedule $schedule,
		private Clock $clock,
		private Log $log,
	) {}

	/**
	 * @param string $coin "chain/currency", or '' if the customer chooses it at the gateway.
	 * @throws \Aurpay\AurpayException|\ValueError|\TypeError When there is no payment.
	 * @throws LockBusy When the same order is started by another request for too long.
	 */
	public function start( \WC_Order $order, string $coin ): Payment {
		$terms = Terms::of( $order, $this->settings->mode(), $coin );

		return $this->lock->hold(
			"start_{$order->get_id()}",
			self::LOCK_SECONDS,
			self::PATIENCE_SECONDS,
			fn ( Held $held ): Payment => $this->store->reusable( $order->get_id(), $terms, $this->clock->now() - self::REUSE_SECONDS )
				?? $this->create( $order, $terms, $held )
		);
	}

	private function create( \WC_Order $order, Terms $terms, Held $held ): Payment {
		$payment = $this->store->intend( $order->get_id(), $terms, CallbackUrl::template( $order ) );
		$held->check();
		try {
			$answer = $this->call( $payment, $order );
		} catch ( \Throwable $failure ) {
			$this->store->give_up( $payment, $failure instanceof OutcomeUnknownException ? Payment::STATE_UNKNOWN : Payment::STATE_REFUSED );
			throw $failure;
		}
		$opened = $this->store->open( $payment, $answer, $this->schedule->first() );
		$order->add_order_note(
			Payment::KIND_HOSTED === $terms->kind
				? __( 'The customer was sent to the payment page of Aurpay.', 'aurpay-native-gateway' )
				/* translators: 1: payment id, 2: amount with its coin */
				: sprintf( __( 'Aurpay payment %1$s was created: %2$s.', 'aurpay-native-gateway' ), $opened->gateway_id, "{$opened->amount} {$opened->coin_name()}" )
		);
		$this->log->info( "Payment {$opened->id} of order {$opened->order_id} was created", array( 'gateway_id' => $opened->gateway_id ) );

		return $opened;
	}

	/** @return array<string, string> What PaymentStore::open() keeps. */
	private function call( Payment $payment, \WC_Order $order ): array {
		$urls = array(
			'succeed_url' => $order->get_checkout_order_received_url(),
			'timeout_url' => $order->get_checkout_payment_url(),
		);
		if ( Payment::KIND_COIN === $payment->kind ) {
			return $this->gateway->create_with_coin( $payment, $urls );
		}

		return $this->gateway->create_hosted(
			$payment,
			$urls + array(
				'id'  => (string) $order->get_order_number(),
				'url' => $order->get_view_order_url(),
			)
		);
	}
}
