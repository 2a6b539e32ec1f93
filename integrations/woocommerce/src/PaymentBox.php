<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * The box of the page after the checkout: the true state of the payment, and while it waits, what to pay where. Its
 * script asks StateEndpoint, and loads the page again when the state changes.
 */
final class PaymentBox {

	private const SCRIPT = 'aurpay-native-payment';

	public function __construct( private CustomerState $state ) {}

	/** @return string The HTML of the box. */
	public function html( \WC_Order $order ): string {
		$state     = $this->state->of( $order );
		$may_pay   = in_array( $state, array( CustomerState::WAITING, CustomerState::PARTIAL ), true );
		$payment   = $may_pay ? $this->state->newest( $order ) : null;
		$sentence  = sprintf( '<p class="aurpay-native-state" role="status">%s</p>', esc_html( CustomerState::sentence( $state ) ) );
		$next_step = match ( true ) {
			null !== $payment                 => self::instructions( $payment, $state ),
			CustomerState::CLOSED === $state  => self::link( $order->get_checkout_payment_url(), __( 'Start a new payment', 'aurpay-native-gateway' ) ),
			default                           => '',
		};
		wp_enqueue_style( self::SCRIPT, Plugin::asset( 'payment.css' ), array(), Plugin::VERSION );
		if ( $may_pay ) {
			self::enqueue_script( $order, $state );
		}

		return sprintf(
			'<section class="aurpay-native-payment" id="aurpay-native-payment"><h2>%s</h2>%s%s</section>',
			esc_html__( 'Payment', 'aurpay-native-gateway' ),
			$sentence,
			$next_step
		);
	}

	/**
	 * Once a part has arrived, the amount is no longer what to send. Only the gateway's page knows the rest: what it
	 * tells the shop can be without its fee.
	 */
	private static function instructions( Payment $payment, string $state ): string {
		$rows = CustomerState::WAITING === $state && '' !== $payment->address ? self::rows( $payment ) : '';

		return $rows . ( '' === $payment->pay_url ? '' : self::link( $payment->pay_url, __( 'Open the payment page, with QR code', 'aurpay-native-gateway' ) ) );
	}

	/** What Aurpay calls the address of a Lightning payment is no invoice: no wallet can pay it. */
	private static function rows( Payment $payment ): string {
		$coin = new CoinName( $payment->coin );
		$rows = '<dl>'
			. self::row( __( 'Amount', 'aurpay-native-gateway' ), sprintf( '<code>%s</code> %s', esc_html( $payment->amount ), esc_html( $coin->symbol ) ) )
			. self::row( __( 'Network', 'aurpay-native-gateway' ), esc_html( $coin->network ) );
		if ( $coin->is_lightning ) {
			return $rows . '</dl>';
		}

		return $rows
			. self::row( __( 'Address', 'aurpay-native-gateway' ), sprintf( '<code>%s</code>', esc_html( $payment->address ) ) )
			. sprintf( '</dl><p>%s</p>', esc_html__( 'Send exactly this amount on this network. Coins sent on another network can be lost. The payment page shows how much time is left.', 'aurpay-native-gateway' ) );
	}

	/** @param string $html The value, escaped. */
	private static function row( string $name, string $html ): string {
		return sprintf( '<dt>%s</dt><dd>%s</dd>', esc_html( $name ), $html );
	}

	private static function link( string $url, string $text ): string {
		return sprintf( '<p><a class="button wp-element-button" href="%s">%s</a></p>', esc_url( $url ), esc_html( $text ) );
	}

	private static function enqueue_script( \WC_Order $order, string $state ): void {
		wp_enqueue_script( self::SCRIPT, Plugin::asset( 'payment.js' ), array(), Plugin::VERSION, true );
		$settings = array(
			'address' => StateEndpoint::address( $order ),
			'state'   => $state,
		);
		wp_add_inline_script( self::SCRIPT, 'window.aurpayNativePayment = ' . wp_json_encode( $settings ) . ';', 'before' );
	}
}
