<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * Tells the page after the checkout whether the payment has arrived. Whoever has the order's key may ask.
 */
final class StateEndpoint {

	/** The name of the WooCommerce AJAX endpoint. */
	public const NAME = 'aurpay_native_state';

	public function __construct( private CustomerState $state ) {}

	public static function address( \WC_Order $order ): string {
		return add_query_arg(
			array(
				'order' => $order->get_id(),
				'key'   => $order->get_order_key( 'edit' ),
			),
			\WC_AJAX::get_endpoint( self::NAME )
		);
	}

	/** Answers {"state": one of CustomerState, "sentence": what it means}. */
	public function answer(): void {
		// phpcs:disable WordPress.Security.NonceVerification -- It only reads, and the order's secret key is checked.
		$id    = isset( $_GET['order'] ) && is_string( $_GET['order'] ) ? absint( wp_unslash( $_GET['order'] ) ) : 0;
		$order = wc_get_order( $id );
		$key   = isset( $_GET['key'] ) && is_string( $_GET['key'] ) ? sanitize_text_field( wp_unslash( $_GET['key'] ) ) : '';
		// phpcs:enable
		nocache_headers();
		if ( ! $order instanceof \WC_Order || '' === $key || ! hash_equals( $order->get_order_key( 'edit' ), $key ) ) {
			wp_send_json( array( 'state' => null ), 403 );
		}
		$state = $this->state->of( $order );
		if ( CustomerState::UNKNOWN === $state ) {
			wp_send_json( array( 'state' => null ), 503 );
		}
		wp_send_json(
			array(
				'state'    => $state,
				'sentence' => CustomerState::sentence( $state ),
			)
		);
	}
}
