<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * The payment method, as WooCommerce knows it. It only translates: Checkout, Refunds and SettingsForm do the work.
 */
final class PaymentMethod extends \WC_Payment_Gateway {

	public const ID = 'aurpay_native';

	/** The field of the checkout with the coin; the block checkout sends it by the same name. */
	public const COIN_FIELD = 'aurpay_native_coin';

	/** What it can do, in WooCommerce's words. */
	public const FEATURES = array( 'products', 'refunds' );

	private Services $services;

	/** WooCommerce makes it without arguments. */
	public function __construct() {
		$this->services           = Plugin::services();
		$this->id                 = self::ID;
		$this->method_title       = __( 'Aurpay', 'aurpay-native-gateway' );
		$this->method_description = __( 'Be paid in crypto through Aurpay. Payments are signed, confirmed and counted exactly by the PHP extension aurpay.', 'aurpay-native-gateway' );
		$this->supports           = self::FEATURES;
		$this->has_fields         = true;
		$this->form_fields        = $this->services->settings_form()->fields();
		$this->init_settings();
		$this->title       = $this->services->settings()->title();
		$this->description = $this->services->settings()->description();
		$this->enabled     = $this->services->settings()->is_enabled() ? 'yes' : 'no';
		add_action( 'woocommerce_update_options_payment_gateways_' . $this->id, array( $this, 'process_admin_options' ) );
	}

	/** Without the secrets: WooCommerce's REST API and other plugins hand on what is in $settings. */
	public function init_settings(): void {
		parent::init_settings();
		$this->settings = Settings::without_secrets( $this->settings );
	}

	/** Whether a customer can pay with it now. It never asks the gateway. */
	public function is_available(): bool {
		return parent::is_available() && $this->services->availability()->is_available();
	}

	/** Whether it has to be set up before it can be switched on. */
	public function needs_setup(): bool {
		return ! $this->services->availability()->is_set_up();
	}

	/** The choice of a coin in the classic checkout. */
	public function payment_fields(): void {
		parent::payment_fields();
		if ( Payment::KIND_COIN !== $this->services->settings()->choice() ) {
			return;
		}
		woocommerce_form_field(
			self::COIN_FIELD,
			array(
				'type'     => 'select',
				'label'    => __( 'Coin', 'aurpay-native-gateway' ),
				'required' => true,
				'options'  => array( '' => __( 'Choose a coin …', 'aurpay-native-gateway' ) ) + $this->services->coins()->offered(),
			)
		);
	}

	/** @return bool Whether a coin was chosen that the shop offers. */
	public function validate_fields(): bool {
		if ( null !== $this->coin() ) {
			return true;
		}
		wc_add_notice( __( 'Please choose the coin to pay with.', 'aurpay-native-gateway' ), 'error' );

		return false;
	}

	/**
	 * @param int $order_id The order.
	 * @return array<string, string>
	 */
	public function process_payment( $order_id ): array {
		// With a message of our own in the answer, the notice would stay in the session, and the next try would fail.
		$failed = array( 'result' => 'failure' );
		$order  = wc_get_order( $order_id );
		$coin   = $this->coin();
		if ( ! $order instanceof \WC_Order || null === $coin ) {
			wc_add_notice( __( 'Please choose the coin to pay with.', 'aurpay-native-gateway' ), 'error' );

			return $failed;
		}
		try {
			$payment = $this->services->checkout()->start( $order, $coin );
		} catch ( \Throwable $failure ) {
			$this->services->log()->failure( "The payment of order {$order->get_id()} could not be started", $failure );
			wc_add_notice( Words::for_customer( $failure, $order->get_currency() ), 'error' );

			return $failed;
		}

		return array(
			'result'   => 'success',
			'redirect' => Payment::KIND_HOSTED === $payment->kind ? $payment->pay_url : $this->get_return_url( $order ),
		);
	}

	/**
	 * @param int               $order_id The order.
	 * @param float|string|null $amount   What to refund.
	 * @param string            $reason   The merchant's reason.
	 * @return bool|\WP_Error
	 */
	public function process_refund( $order_id, $amount = null, $reason = '' ) {
		$order = wc_get_order( $order_id );
		if ( ! $order instanceof \WC_Order ) {
			return new \WP_Error( 'aurpay_native', __( 'This order does not exist.', 'aurpay-native-gateway' ) );
		}
		try {
			$this->services->refunds()->refund( $order, wc_format_decimal( $amount ?? '' ) );
		} catch ( RefundRefused $refusal ) {
			$this->services->jobs()->reconcile_soon();

			return new \WP_Error( 'aurpay_native', $refusal->getMessage() );
		} catch ( \Throwable $failure ) {
			$this->services->log()->failure( "The refund of order {$order_id} failed", $failure );

			return new \WP_Error( 'aurpay_native', __( 'The refund could not be made. See the log of Aurpay.', 'aurpay-native-gateway' ) );
		}

		return true;
	}

	/** @return bool Whether anything was saved. */
	public function process_admin_options(): bool {
		$saved          = parent::process_admin_options();
		$this->settings = Settings::without_secrets( $this->settings );
		wp_set_option_autoload( Settings::OPTION, false );
		foreach ( $this->services->settings_form()->after_save() as $problem ) {
			\WC_Admin_Settings::add_error( $problem );
		}

		return $saved;
	}

	/**
	 * WooCommerce calls generate_TYPE_html() and validate_TYPE_field() for our own type of field.
	 *
	 * @param string               $key  Name of the field.
	 * @param array<string, mixed> $data The field.
	 */
	public function generate_aurpay_secret_html( $key, $data ): string {
		return $this->services->settings_form()->secret_field( $this->get_field_key( $key ), $key, $data );
	}

	/**
	 * @param string      $key   Name of the field.
	 * @param string|null $value What was typed; without it, the old secret stays.
	 */
	public function validate_aurpay_secret_field( $key, #[\SensitiveParameter] $value ): string {
		return $this->services->settings_form()->secret_to_keep( $key, is_string( $value ) ? wp_unslash( $value ) : '' );
	}

	/** The coin that was chosen: '' for a hosted payment, null if none was that the shop offers. */
	private function coin(): ?string {
		if ( Payment::KIND_HOSTED === $this->services->settings()->choice() ) {
			return '';
		}
		// phpcs:ignore WordPress.Security.NonceVerification -- WooCommerce has checked the nonce of its checkout.
		$coin = isset( $_POST[ self::COIN_FIELD ] ) && is_string( $_POST[ self::COIN_FIELD ] ) ? sanitize_text_field( wp_unslash( $_POST[ self::COIN_FIELD ] ) ) : '';

		return isset( $this->services->coins()->offered()[ $coin ] ) ? $coin : null;
	}
}
