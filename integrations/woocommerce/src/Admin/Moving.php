<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

use Aurpay\WooCommerce\Gateway;
use Aurpay\WooCommerce\Log;
use Aurpay\WooCommerce\Settings;
use Aurpay\WooCommerce\Words;

/**
 * Moving from one of the public Aurpay plugins: takes their API key over when the merchant says so, and shows their
 * orders that are open.
 */
final class Moving {

	public const TAKE_KEY = 'aurpay_native_take_key';

	public function __construct(
		private PublicPlugins $plugins,
		private Settings $settings,
		private Gateway $gateway,
		private ActionForms $forms,
		private Log $log,
	) {}

	/** Shows nothing in a shop that has none of their settings and orders. */
	public function show(): void {
		$keys   = $this->plugins->api_keys();
		$active = $this->plugins->active();
		$orders = $this->plugins->open_orders();
		if ( array() === $keys && array() === $active && array() === $orders ) {
			return;
		}
		printf( '<div id="aurpay-native-moving"><h3>%s</h3>', esc_html__( 'Moving from another Aurpay plugin', 'aurpay-native-gateway' ) );
		foreach ( $active as $file ) {
			/* translators: %s: name of a file */
			printf( '<div class="notice notice-warning inline aurpay-native-active"><p>%s</p></div>', esc_html( sprintf( __( '%s is active. It does not verify TLS, and marks orders as paid by calls that anybody can make who knows the key. Deactivate it when its last customer has paid.', 'aurpay-native-gateway' ), $file ) ) );
		}
		$this->show_keys( $keys );
		$this->show_orders( $orders );
		echo '</div>';
	}

	/**
	 * @param string $chosen What key_id() says of a key.
	 * @return string What was done.
	 */
	public function take_key( string $chosen ): string {
		if ( $this->settings->is_constant( 'live_api_key' ) ) {
			return __( 'Nothing was changed: the live API key is set in wp-config.php.', 'aurpay-native-gateway' );
		}
		foreach ( $this->plugins->api_keys() as $key ) {
			if ( hash_equals( self::key_id( $key ), $chosen ) ) {
				return $this->take( $key );
			}
		}

		return __( 'Nothing was changed: the key is no longer there.', 'aurpay-native-gateway' );
	}

	private function take( #[\SensitiveParameter] string $key ): string {
		$all = get_option( Settings::OPTION, array() );
		update_option( Settings::OPTION, array( 'live_api_key' => $key ) + ( is_array( $all ) ? $all : array() ), false );
		try {
			$this->gateway->try_credentials( Settings::LIVE );
		} catch ( \Throwable $failure ) {
			$this->log->failure( 'The key of another Aurpay plugin was tried', $failure );

			/* translators: %s: sentence with the reason */
			return sprintf( __( 'The live API key was taken over, but there is a problem. %s', 'aurpay-native-gateway' ), Words::for_merchant( $failure ) );
		}

		return __( 'The live API key was taken over, and Aurpay accepts it. Save the settings to ask for the list of coins.', 'aurpay-native-gateway' );
	}

	/** @param list<string> $keys API keys. */
	private function show_keys( array $keys ): void {
		if ( array() === $keys ) {
			return;
		}
		printf( '<p>%s</p>', esc_html__( 'Its settings have an API key. You can take it over as the live API key. The old settings stay as they are. An API key alone signs nothing: the Aurpay dashboard also gives an API token with its secret, and a callback token with its secret.', 'aurpay-native-gateway' ) );
		foreach ( $keys as $key ) {
			if ( $key === $this->settings->secret( Settings::LIVE, 'api_key' ) ) {
				/* translators: %s: last characters of the key */
				printf( '<p>✓ %s</p>', esc_html( sprintf( __( 'The key %s is the live API key.', 'aurpay-native-gateway' ), self::masked( $key ) ) ) );
				continue;
			}
			echo '<p>';
			/* translators: %s: last characters of the key */
			$this->forms->button( self::TAKE_KEY, sprintf( __( 'Take over the key %s', 'aurpay-native-gateway' ), self::masked( $key ) ), array( 'key' => self::key_id( $key ) ) );
			echo '</p>';
		}
	}

	/** @param list<\WC_Order> $orders Open ones. */
	private function show_orders( array $orders ): void {
		if ( array() === $orders ) {
			return;
		}
		printf( '<p>%s</p><ul>', esc_html__( 'These orders were started with it and may still be open. It has kept no number of their payments, so this plugin cannot ask about them, and it never marks one of them as paid. "Processing" does not prove a payment there. Compare price, currency and time with the Aurpay dashboard, and decide about each.', 'aurpay-native-gateway' ) );
		foreach ( $orders as $order ) {
			$created = $order->get_date_created();
			$time    = null === $created ? '' : PaymentRows::time( $created->getTimestamp() );
			printf(
				'<li><a href="%s">%s</a> – %s – %s – %s</li>',
				esc_url( $order->get_edit_order_url() ),
				/* translators: %s: number of the order */
				esc_html( sprintf( __( 'Order %s', 'aurpay-native-gateway' ), $order->get_order_number() ) ),
				esc_html( wc_get_order_status_name( $order->get_status() ) ),
				esc_html( "{$order->get_total( 'edit' )} {$order->get_currency( 'edit' )}" ),
				esc_html( $time )
			);
		}
		echo '</ul>';
	}

	/** Names a key in a form without telling it. */
	private static function key_id( #[\SensitiveParameter] string $key ): string {
		return wp_hash( "aurpay_native_key_{$key}" );
	}

	private static function masked( #[\SensitiveParameter] string $key ): string {
		return '…' . ( strlen( $key ) > 12 ? substr( $key, -4 ) : '' );
	}
}
