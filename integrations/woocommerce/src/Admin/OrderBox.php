<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

use Aurpay\WooCommerce\Log;
use Aurpay\WooCommerce\Payment;
use Aurpay\WooCommerce\PaymentMethod;
use Aurpay\WooCommerce\PaymentStore;
use Aurpay\WooCommerce\Reconciler;
use Aurpay\WooCommerce\Site;
use Aurpay\WooCommerce\StoreFailure;

/**
 * The box on the screen of an order: its payments, and a button that asks Aurpay about them now.
 */
final class OrderBox {

	public const ASK_NOW = 'aurpay_native_ask_now';

	public function __construct(
		private PaymentStore $store,
		private Reconciler $reconciler,
		private Site $site,
		private PaymentRows $rows,
		private ActionForms $forms,
		private Log $log,
	) {}

	/**
	 * Adds the box to orders that have to do with Aurpay.
	 *
	 * @param mixed $screen        Name of the screen: that of HPOS, or a post type.
	 * @param mixed $post_or_order A post, or with HPOS the order.
	 */
	public function add( mixed $screen, mixed $post_or_order ): void {
		$order = in_array( $screen, array( 'shop_order', wc_get_page_screen_id( 'shop-order' ) ), true ) ? self::order( $post_or_order ) : null;
		if ( null === $order ) {
			return;
		}
		try {
			$payments = $this->store->of_order( $order->get_id() );
		} catch ( StoreFailure $failure ) {
			$this->log->failure( "The payments of order {$order->get_id()} cannot be shown", $failure );
			add_meta_box( 'aurpay-native-payments', __( 'Aurpay payments', 'aurpay-native-gateway' ), self::show_failure( ... ), $screen, 'normal', 'default' );

			return;
		}
		if ( array() !== $payments || PaymentMethod::ID === $order->get_payment_method() ) {
			add_meta_box( 'aurpay-native-payments', __( 'Aurpay payments', 'aurpay-native-gateway' ), fn () => $this->show( $order, $payments ), $screen, 'normal', 'default' );
		}
	}

	/** @return string What was done. */
	public function ask_now( int $order_id ): string {
		if ( $this->site->is_copy() ) {
			return __( 'Nothing was asked: this site is a copy of the shop.', 'aurpay-native-gateway' );
		}
		try {
			return $this->reconciler->run_for_order( $order_id )
				? __( 'The order shows what Aurpay says now.', 'aurpay-native-gateway' )
				: __( 'Aurpay did not tell of all payments of this order. The log has the reason.', 'aurpay-native-gateway' );
		} catch ( \Throwable $failure ) {
			$this->log->failure( "The payments of order {$order_id} could not be asked about", $failure );

			return __( 'Aurpay could not be asked. The log has the reason.', 'aurpay-native-gateway' );
		}
	}

	/** @param list<Payment> $payments Those of the order. */
	private function show( \WC_Order $order, array $payments ): void {
		if ( array() === $payments ) {
			printf( '<p>%s</p>', esc_html__( 'No payment was started for this order.', 'aurpay-native-gateway' ) );

			return;
		}
		foreach ( array_reverse( $payments ) as $payment ) {
			$this->show_payment( $payment );
		}
		echo '<p>';
		$this->forms->button( self::ASK_NOW, __( 'Ask Aurpay now', 'aurpay-native-gateway' ), array( 'order' => (string) $order->get_id() ) );
		echo '</p>';
	}

	private static function show_failure(): void {
		printf( '<p>%s</p>', esc_html__( 'The payments of this order cannot be read from the database. The log has the reason.', 'aurpay-native-gateway' ) );
	}

	private function show_payment( Payment $payment ): void {
		echo '<table class="widefat striped aurpay-native-payment-rows" style="margin-bottom: 1em"><tbody>';
		foreach ( $this->rows->of( $payment ) as $label => $text ) {
			printf( '<tr><th scope="row" style="width: 9em">%s</th><td style="overflow-wrap: anywhere">', esc_html( $label ) );
			$url = $text === $payment->tx_hash ? $this->rows->transaction_url( $payment ) : '';
			if ( '' === $url ) {
				echo esc_html( $text );
			} else {
				printf( '<a href="%s" target="_blank" rel="noopener noreferrer">%s</a>', esc_url( $url, array( 'https' ) ), esc_html( $text ) );
			}
			echo '</td></tr>';
		}
		foreach ( $this->rows->open_questions( $payment ) as $sentence ) {
			printf( '<tr><td colspan="2"><em>%s</em></td></tr>', esc_html( $sentence ) );
		}
		echo '</tbody></table>';
	}

	private static function order( mixed $post_or_order ): ?\WC_Order {
		$order = $post_or_order instanceof \WP_Post ? wc_get_order( $post_or_order->ID ) : $post_or_order;

		return $order instanceof \WC_Order ? $order : null;
	}
}
