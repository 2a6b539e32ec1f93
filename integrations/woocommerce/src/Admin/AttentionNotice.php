<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

use Aurpay\WooCommerce\Verdict;

/**
 * The notice about orders that need attention, on the dashboard and on WooCommerce's pages.
 */
final class AttentionNotice {

	public const DISMISS = 'aurpay_native_dismiss';

	/** More than these would fill the page; the next ones follow when they are seen to. */
	private const SHOWN = 10;

	public function __construct( private AttentionList $entries, private ActionForms $forms ) {}

	public function show(): void {
		if ( ! current_user_can( 'edit_shop_orders' ) || ! self::is_our_screen() ) {
			return;
		}
		$entries = $this->entries->all();
		if ( array() === $entries ) {
			return;
		}
		printf( '<div class="notice notice-warning" id="aurpay-native-attention"><p><strong>%s</strong></p><ul>', esc_html__( 'Aurpay: these orders need your attention.', 'aurpay-native-gateway' ) );
		foreach ( array_slice( $entries, 0, self::SHOWN, true ) as $key => $entry ) {
			$this->show_entry( $key, $entry['order'], $entry['verdict'], $entry['at'] );
		}
		echo '</ul>';
		$more = count( $entries ) - self::SHOWN;
		if ( $more > 0 ) {
			/* translators: %d: number of orders */
			printf( '<p>%s</p>', esc_html( sprintf( _n( '%d more order', '%d more orders', $more, 'aurpay-native-gateway' ), $more ) ) );
		}
		echo '</div>';
	}

	/**
	 * @param string $key Of the entry.
	 * @return string What was done.
	 */
	public function dismiss( string $key ): string {
		$this->entries->remove( $key );

		return __( 'The order was taken off the list. Its notes stay.', 'aurpay-native-gateway' );
	}

	private function show_entry( string $key, int $order_id, string $verdict, int $time ): void {
		$order = wc_get_order( $order_id );
		echo '<li>';
		if ( $order instanceof \WC_Order ) {
			/* translators: %s: number of the order */
			printf( '<a href="%s">%s</a>: ', esc_url( $order->get_edit_order_url() ), esc_html( sprintf( __( 'Order %s', 'aurpay-native-gateway' ), $order->get_order_number() ) ) );
		} else {
			/* translators: %d: number of the order */
			echo esc_html( sprintf( __( 'Order %d, which is gone', 'aurpay-native-gateway' ), $order_id ) ) . ': ';
		}
		echo esc_html( self::reason( $verdict ) ) . ' ' . esc_html( PaymentRows::time( $time ) ) . ' ';
		$this->forms->button( self::DISMISS, __( 'Seen', 'aurpay-native-gateway' ), array( 'entry' => $key ) );
		echo '</li>';
	}

	private static function reason( string $verdict ): string {
		if ( Attention::MISSING === $verdict ) {
			return __( 'paid. The log has the number of the payment: please refund it on the Aurpay dashboard.', 'aurpay-native-gateway' );
		}

		return match ( Verdict::tryFrom( $verdict ) ) {
			Verdict::HoldPrice      => __( 'paid with another price.', 'aurpay-native-gateway' ),
			Verdict::HoldCurrency   => __( 'paid in another currency.', 'aurpay-native-gateway' ),
			Verdict::HoldSecond     => __( 'paid twice by Aurpay.', 'aurpay-native-gateway' ),
			Verdict::HoldLate       => __( 'paid late.', 'aurpay-native-gateway' ),
			Verdict::HoldStock      => __( 'paid, but not enough stock is left.', 'aurpay-native-gateway' ),
			Verdict::HoldPartial    => __( 'underpaid.', 'aurpay-native-gateway' ),
			Verdict::HoldResolved   => __( 'accepted on the Aurpay dashboard.', 'aurpay-native-gateway' ),
			Verdict::HoldRefunded   => __( 'refunded outside of the shop.', 'aurpay-native-gateway' ),
			Verdict::NotePaidTwice  => __( 'paid twice, by Aurpay and in another way.', 'aurpay-native-gateway' ),
			Verdict::NotePaidClosed => __( 'paid, but the order can no longer be paid.', 'aurpay-native-gateway' ),
			default                 => __( 'see its notes.', 'aurpay-native-gateway' ),
		};
	}

	private static function is_our_screen(): bool {
		$screen = get_current_screen();

		return null !== $screen && in_array( $screen->id, array( 'dashboard', ...wc_get_screen_ids() ), true );
	}
}
