<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * Carries out a verdict on an order. The caller holds the order's lock. Each step can be repeated after a process was
 * killed in the middle of it.
 */
final class OrderUpdate {

	/** Statuses that a hold does not take away: the goods are out, or the money is back. */
	private const KEPT = array( 'completed', 'refunded', 'trash' );

	private const UNPAID = array( 'pending', 'failed', 'on-hold', 'cancelled' );

	public function __construct( private Orders $orders, private Notes $notes, private Log $log ) {}

	public function carry_out( Verdict $verdict, \WC_Order $order, Payment $payment, Held $held ): void {
		$held->check();
		match ( true ) {
			$verdict->is_silent()          => null,
			Verdict::Paid === $verdict     => $this->complete( $order, $payment ),
			Verdict::Refunded === $verdict => $this->refund( $order, $payment ),
			Verdict::Fail === $verdict     => $order->update_status( 'failed', $this->notes->text( $verdict, $payment, $order ) ),
			$verdict->is_hold()            => $this->hold( $verdict, $order, $payment ),
			default                        => $order->add_order_note( $this->notes->text( $verdict, $payment, $order ) ),
		};
		if ( $verdict->needs_attention() ) {
			/**
			 * Fires when money came that the shop cannot place by itself.
			 *
			 * @param \WC_Order $order   The order.
			 * @param Payment   $payment The payment.
			 * @param Verdict   $verdict What was decided.
			 */
			$this->tell( static fn () => do_action( 'aurpay_native_needs_attention', $order, $payment, $verdict ) );
		}
	}

	/** Calls the code of others. What it throws must not make the verdict be carried out again. */
	private function tell( \Closure $others ): void {
		try {
			$others();
		} catch ( \Throwable $failure ) {
			$this->log->failure( 'A hook of aurpay_native_needs_attention has failed', $failure );
		}
	}

	/**
	 * Marks an order as paid, once. If a process was killed in the middle of it, what is missing is done.
	 *
	 * @throws StoreFailure When the order could not be saved.
	 */
	public function complete( \WC_Order $order, Payment $payment ): void {
		$is_done = $order->get_transaction_id( 'edit' ) === $payment->gateway_id && ! $order->has_status( self::UNPAID );
		if ( ! $is_done ) {
			// What it answers says nothing: false, too, if a hook of another plugin threw after the order was saved, and true,
			// too, if the database has refused the order.
			$before = $order->get_status();
			$order->payment_complete( $payment->gateway_id );
			if ( ! self::is_saved( $this->orders->fresh( $order->get_id() ), $before, $order->get_status() ) ) {
				throw new StoreFailure( "Order {$order->get_id()} could not be marked as paid" );
			}
			$order->add_order_note( $this->notes->text( Verdict::Paid, $payment, $order ) );
			$this->log->info( "Order {$order->get_id()} is paid by {$payment->gateway_id}" );
		}
		// The hooks of payment_complete() do this. A process that was killed in them has left it undone.
		wc_maybe_reduce_stock_levels( $order->get_id() );
	}

	/**
	 * Whether an order was saved as paid. A filter of another plugin can choose a status that WooCommerce does not call paid.
	 *
	 * @param string $before Its status before.
	 * @param string $wanted The status that it should have now.
	 */
	private static function is_saved( ?\WC_Order $saved, string $before, string $wanted ): bool {
		return null !== $saved
			&& ( $saved->is_paid() || null !== $saved->get_date_paid( 'edit' ) )
			&& ( $before === $wanted || $saved->get_status() !== $before );
	}

	private function hold( Verdict $verdict, \WC_Order $order, Payment $payment ): void {
		$note = $this->notes->text( $verdict, $payment, $order );
		if ( in_array( $order->get_status(), self::KEPT, true ) || 'on-hold' === $order->get_status() ) {
			$order->add_order_note( $note );

			return;
		}
		// WooCommerce takes the stock of orders that go on hold: here, of the last piece, which somebody else has bought.
		$keep_stock = static fn (): bool => false;
		if ( Verdict::HoldStock === $verdict ) {
			add_filter( 'woocommerce_can_reduce_order_stock', $keep_stock );
		}
		try {
			$order->update_status( 'on-hold', $note );
		} finally {
			remove_filter( 'woocommerce_can_reduce_order_stock', $keep_stock );
		}
	}

	/**
	 * Writes the refund into the shop: the gateway has sent the coins back already.
	 *
	 * @throws StoreFailure When it could not be saved.
	 */
	private function refund( \WC_Order $order, Payment $payment ): void {
		$left = $order->get_remaining_refund_amount();
		if ( (float) $left <= 0.0 ) {
			// WooCommerce has written its refund already. Was it killed before it could set the status?
			if ( ! $order->has_status( 'refunded' ) ) {
				$order->update_status( 'refunded', $this->notes->text( Verdict::Refunded, $payment, $order ) );
			}

			return;
		}
		$refund = wc_create_refund(
			array(
				'order_id'       => $order->get_id(),
				'amount'         => $left,
				'reason'         => $this->notes->text( Verdict::Refunded, $payment, $order ),
				'refund_payment' => false,
				'restock_items'  => false,
			)
		);
		if ( is_wp_error( $refund ) ) {
			throw new StoreFailure( "The refund of order {$order->get_id()} could not be written: " . $refund->get_error_message() );
		}
	}
}
