<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * The only way by which an order learns of its payments: callbacks, reconciliation and the shop's own pages all end
 * here. It asks the gateway, never believes what was sent, and changes an order once, with its lock held.
 */
final class Settlement {

	/** The hooks of a paid order send mails; a slow mail server must not lose the lock. */
	private const LOCK_SECONDS     = 180;
	private const PATIENCE_SECONDS = 10.0;

	public function __construct(
		private PaymentStore $store,
		private Orders $orders,
		private Gateway $gateway,
		private Judge $judge,
		private OrderUpdate $update,
		private Lock $lock,
		private Schedule $schedule,
		private Clock $clock,
		private Log $log,
	) {}

	/**
	 * Asks the gateway about a payment, and does to the order what follows.
	 *
	 * @param string $found_by Payment::FOUND_BY_*.
	 * @return Payment|null Null if the gateway's id belongs to another payment.
	 * @throws \Aurpay\AurpayException When the gateway does not answer.
	 * @throws LockBusy When another process works on the order for too long.
	 * @throws OrderChanged When the order's total was changed meanwhile.
	 */
	public function ask( Payment $payment, string $gateway_id, string $found_by ): ?Payment {
		$order = $this->orders->fresh( $payment->order_id );
		if ( null === $order ) {
			$this->tell_of_missing_order( $payment, $gateway_id );

			return $payment;
		}
		$answer = $this->gateway->ask( $payment->mode, $gateway_id, Orders::total( $order ), $order->get_currency( 'edit' ) );

		return $this->settle( $payment, $answer, $found_by );
	}

	/**
	 * Does to the order what follows from an answer of the gateway. What was paid has to have been compared.
	 */
	public function settle( Payment $payment, Answer $answer, string $found_by ): ?Payment {
		return $this->lock->hold(
			"order_{$payment->order_id}",
			self::LOCK_SECONDS,
			self::PATIENCE_SECONDS,
			fn ( Held $held ): ?Payment => $this->settle_locked( $payment, $answer, $found_by, $held )
		);
	}

	/** Money for an order that was deleted belongs to the customer: only the merchant can give it back. */
	private function tell_of_missing_order( Payment $payment, string $gateway_id ): void {
		$status = $this->gateway->ask( $payment->mode, $gateway_id, $payment->price, $payment->currency )->status;
		$this->log->warning( "Payment {$gateway_id} ({$status}) is for order {$payment->order_id}, which does not exist" );
		if ( in_array( $status, array( GatewayStatus::SUCCESS, GatewayStatus::PARTIAL, GatewayStatus::RESOLVED ), true ) ) {
			/**
			 * Fires when money came for an order that was deleted.
			 *
			 * @param Payment $payment The payment.
			 */
			do_action( 'aurpay_native_order_missing', $payment );
		}
		$this->store->ask_again_at( $payment, 0 );
	}

	private function settle_locked( Payment $payment, Answer $answer, string $found_by, Held $held ): ?Payment {
		$claimed = $this->store->claim( $payment, $answer->gateway_id );
		if ( null === $claimed ) {
			return null;
		}
		$known = $this->store->record( $claimed, $answer );
		$order = $this->orders->fresh( $known->order_id );
		if ( null !== $order ) {
			$this->decide( $known, $order, $answer, $found_by, $held );
		}
		$settled = $this->store->get( $known->id );
		$this->store->ask_again_at( $settled, $this->schedule->next( $settled ) );

		return $settled;
	}

	private function decide( Payment $payment, \WC_Order $order, Answer $answer, string $found_by, Held $held ): void {
		$before = Verdict::tryFrom( $payment->verdict );
		if ( true === $before?->is_final() ) {
			if ( Verdict::Paid === $before ) {
				$this->heal( $payment, $order );
			}

			return;
		}
		if ( $payment->status !== $answer->status ) {
			// Something newer is known.
			return;
		}
		if ( GatewayStatus::SUCCESS === $payment->status && Orders::total( $order ) !== $answer->price ) {
			throw new OrderChanged( "Order {$order->get_id()} was changed meanwhile" );
		}
		$verdict = $this->judge->judge( $payment, $answer->match, $this->orders->facts( $order, $payment ), $this->clock->now() );
		if ( $verdict === $before ) {
			return;
		}
		$this->update->carry_out( $verdict, $order, $payment, $held );
		$this->store->set_verdict( $payment, $verdict, $found_by );
	}

	/** Does what a killed process has left undone, of an order that this payment has paid. */
	private function heal( Payment $payment, \WC_Order $order ): void {
		$is_paid_by_this = OrderFacts::PAID_BY_THIS === $this->orders->facts( $order, $payment )->paid_by;
		if ( $is_paid_by_this && in_array( $order->get_status(), array( 'pending', 'processing' ), true ) ) {
			$this->update->complete( $order, $payment );
		}
	}
}
