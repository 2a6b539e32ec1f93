<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

use Aurpay\WooCommerce\Log;
use Aurpay\WooCommerce\PaymentStore;

/**
 * Erases what points to a customer from the payments of orders that are anonymised: the address, the transaction and
 * the payment page.
 *
 * What is kept: the gateway's number, amounts, coin and status. They are the shop's proof of what was paid, and a late
 * callback or refund must find its order. They lead to a person only for who can see the merchant's dashboard.
 */
final class PrivacyEraser {

	public function __construct( private PaymentStore $store, private Log $log ) {}

	/**
	 * @param array<mixed> $erasers Those of others.
	 * @return array<mixed>
	 */
	public function add( array $erasers ): array {
		return array(
			'aurpay-native-gateway' => array(
				'eraser_friendly_name' => __( 'Aurpay payments', 'aurpay-native-gateway' ),
				'callback'             => $this->erase_person( ... ),
			),
		) + $erasers;
	}

	/** After WooCommerce has anonymised an order, also one whose time of retention is over. It never throws. */
	public function erase( \WC_Order $order ): void {
		try {
			$this->store->erase_customer( $order->get_id() );
		} catch ( \Throwable $failure ) {
			$this->log->failure( "The payments of order {$order->get_id()} could not be erased", $failure );
		}
	}

	/** @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool} */
	private function erase_person( string $email, int $page ): array {
		$is_on    = 'yes' === get_option( 'woocommerce_erasure_request_removes_order_data', 'no' );
		$orders   = PrivacyOrders::of( $email, $page );
		$removed  = false;
		$retained = false;
		$messages = array();
		foreach ( $orders as $order ) {
			if ( array() === $this->store->of_order( $order->get_id() ) ) {
				continue;
			}
			$retained = true;
			// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WooCommerce's own filter: an order is anonymised whole or not at all.
			if ( true === (bool) apply_filters( 'woocommerce_privacy_erase_order_personal_data', $is_on, $order ) ) {
				$removed = $this->store->erase_customer( $order->get_id() ) > 0 || $removed;
				/* translators: %s: number of the order */
				$messages[] = sprintf( __( 'Order %s: address, transaction and payment page of its Aurpay payments were removed. Number, amount and status are kept as proof of the payment, and so that a late payment or refund finds its order.', 'aurpay-native-gateway' ), $order->get_order_number() );
			} else {
				/* translators: %s: number of the order */
				$messages[] = sprintf( __( 'Order %s: its Aurpay payments are kept with the order.', 'aurpay-native-gateway' ), $order->get_order_number() );
			}
		}

		return array(
			'items_removed'  => $removed,
			'items_retained' => $retained,
			'messages'       => $messages,
			'done'           => count( $orders ) < PrivacyOrders::AT_ONCE,
		);
	}
}
