<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * The page after the checkout. WooCommerce calls every order "received" there, also one that nobody has paid yet.
 */
final class ThankYouPage {

	/** The name of the WooCommerce AJAX endpoint that the page asks for the state. */
	public const STATE_ENDPOINT = 'aurpay_native_state';

	private const SCRIPT = 'aurpay-native-payment';

	public function __construct( private CustomerState $state ) {}

	/**
	 * Replaces the text of the page's head.
	 *
	 * @param mixed $text  WooCommerce's text.
	 * @param mixed $order The order, if there is one.
	 */
	public function heading( mixed $text, mixed $order ): mixed {
		if ( ! $order instanceof \WC_Order || PaymentMethod::ID !== $order->get_payment_method() ) {
			return $text;
		}

		return esc_html( CustomerState::sentence( $this->state->of( $order ) ) );
	}

	/** Prints what to pay where. */
	public function show( int $order_id ): void {
		$order = wc_get_order( $order_id );
		if ( ! $order instanceof \WC_Order ) {
			return;
		}
		$state   = $this->state->of( $order );
		$payment = $this->state->newest( $order );
		wp_enqueue_style( self::SCRIPT, Plugin::asset( 'payment.css' ), array(), Plugin::VERSION );
		if ( in_array( $state, array( CustomerState::WAITING, CustomerState::PARTIAL ), true ) ) {
			$this->enqueue_script( $order, $state );
		}
		?>
		<section class="aurpay-native-payment" id="aurpay-native-payment">
			<h2><?php esc_html_e( 'Payment', 'aurpay-native-gateway' ); ?></h2>
			<p class="aurpay-native-state" role="status"><?php echo esc_html( CustomerState::sentence( $state ) ); ?></p>
			<?php
			if ( null !== $payment && in_array( $state, array( CustomerState::WAITING, CustomerState::PARTIAL ), true ) ) {
				$this->instructions( $payment, $state );
			}
			if ( CustomerState::CLOSED === $state && $order->needs_payment() ) {
				printf( '<p><a class="button" href="%s">%s</a></p>', esc_url( $order->get_checkout_payment_url() ), esc_html__( 'Pay again', 'aurpay-native-gateway' ) );
			}
			?>
		</section>
		<?php
	}

	/** Answers the page's question for the state: {"state": …, "sentence": …}. */
	public function answer_state(): void {
		// phpcs:disable WordPress.Security.NonceVerification -- It only reads, and the order's secret key is checked.
		$id    = isset( $_GET['order'] ) && is_string( $_GET['order'] ) ? absint( wp_unslash( $_GET['order'] ) ) : 0;
		$order = wc_get_order( $id );
		$key   = isset( $_GET['key'] ) && is_string( $_GET['key'] ) ? sanitize_text_field( wp_unslash( $_GET['key'] ) ) : '';
		// phpcs:enable
		if ( ! $order instanceof \WC_Order || ! hash_equals( $order->get_order_key( 'edit' ), $key ) ) {
			wp_send_json( array( 'state' => null ), 403 );
		}
		$state = $this->state->of( $order );
		nocache_headers();
		wp_send_json(
			array(
				'state'    => $state,
				'sentence' => CustomerState::sentence( $state ),
			)
		);
	}

	private function instructions( Payment $payment, string $state ): void {
		if ( '' !== $payment->address ) {
			$rows = array(
				__( 'Amount', 'aurpay-native-gateway' )  => "{$payment->amount} {$payment->coin_name()}",
				__( 'Address', 'aurpay-native-gateway' ) => $payment->address,
			);
			if ( CustomerState::PARTIAL === $state ) {
				$rows[ __( 'Received', 'aurpay-native-gateway' ) ] = "{$payment->obtained} {$payment->coin_name()}";
			}
			echo '<dl>';
			foreach ( $rows as $name => $value ) {
				printf( '<dt>%s</dt><dd><code>%s</code></dd>', esc_html( $name ), esc_html( $value ) );
			}
			echo '</dl>';
		}
		if ( '' !== $payment->pay_url ) {
			printf( '<p><a class="button" href="%s">%s</a></p>', esc_url( $payment->pay_url ), esc_html__( 'Open the payment page, with QR code', 'aurpay-native-gateway' ) );
		}
	}

	private function enqueue_script( \WC_Order $order, string $state ): void {
		wp_enqueue_script( self::SCRIPT, Plugin::asset( 'payment.js' ), array(), Plugin::VERSION, true );
		$address = add_query_arg(
			array(
				'order' => $order->get_id(),
				'key'   => $order->get_order_key( 'edit' ),
			),
			\WC_AJAX::get_endpoint( self::STATE_ENDPOINT )
		);
		wp_add_inline_script(
			self::SCRIPT,
			'window.aurpayNativePayment = ' . wp_json_encode(
				array(
					'address' => $address,
					'state'   => $state,
				)
			) . ';',
			'before'
		);
	}
}
