<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * WooCommerce cancels orders that are unpaid for some time. For ours, the gateway is asked first: the customer may have
 * paid, or may still pay.
 */
final class Cancellation {

	public function __construct( private Reconciler $reconciler, private PaymentStore $store, private Orders $orders, private Clock $clock, private Log $log ) {}

	/**
	 * @param bool  $may   Whether WooCommerce would.
	 * @param mixed $order The order.
	 * @return bool Whether WooCommerce may cancel the order.
	 */
	public function may_cancel( bool $may, mixed $order ): bool {
		if ( ! $may || ! $order instanceof \WC_Order || PaymentMethod::ID !== $order->get_payment_method() ) {
			return $may;
		}
		try {
			$is_told = $this->reconciler->run_for_order( $order->get_id() );
			$fresh   = $this->orders->fresh( $order->get_id() );
			$is_open = array() !== array_filter( $this->store->of_order( $order->get_id() ), fn ( Payment $payment ): bool => $payment->is_open( $this->clock->now() ) );

			return $is_told && ! $is_open && null !== $fresh && $fresh->needs_payment();
		} catch ( \Throwable $failure ) {
			$this->log->failure( "Whether order {$order->get_id()} may be cancelled is not known", $failure );

			return false;
		}
	}
}
