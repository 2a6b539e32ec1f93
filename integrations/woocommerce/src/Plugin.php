<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

use Automattic\WooCommerce\Blocks\Payments\PaymentMethodRegistry;

/**
 * Connects the plugin's objects to WordPress. This is the only class that is known by name from outside.
 */
final class Plugin {

	public const VERSION = '1.0.0';

	private static string $file        = '';
	private static ?Services $services = null;

	/** @param string $file The plugin's main file. */
	public static function start( string $file ): void {
		self::$file = $file;
		register_deactivation_hook( $file, Jobs::remove( ... ) );
		add_action( 'before_woocommerce_init', self::declare_features( ... ) );
		// Of priority 11: WooCommerce itself starts on 10.
		add_action( 'plugins_loaded', self::start_with_woocommerce( ... ), 11 );
	}

	public static function services(): Services {
		self::$services ??= new Services( self::database(), new Clock() );

		return self::$services;
	}

	/**
	 * The address of a file in assets/.
	 *
	 * @return non-empty-string
	 */
	public static function asset( string $name ): string {
		$url = plugins_url( "assets/{$name}", self::$file );
		assert( '' !== $url );

		return $url;
	}

	/** A folder of the plugin on the disk. */
	public static function folder( string $name ): string {
		return plugin_dir_path( self::$file ) . $name;
	}

	/** WordPress before 6.8 does not find them by the plugin's header. */
	private static function load_translations(): void {
		load_plugin_textdomain( 'aurpay-native-gateway', false, dirname( plugin_basename( self::$file ) ) . '/languages' );
	}

	private static function database(): \wpdb {
		global $wpdb;
		assert( $wpdb instanceof \wpdb );

		return $wpdb;
	}

	private static function declare_features(): void {
		foreach ( array( 'custom_order_tables', 'cart_checkout_blocks' ) as $feature ) {
			\Automattic\WooCommerce\Utilities\FeaturesUtil::declare_compatibility( $feature, self::$file, true );
		}
	}

	private static function start_with_woocommerce(): void {
		add_action( 'init', self::load_translations( ... ) );
		if ( ! Requirements::are_met() ) {
			add_action( 'admin_notices', Requirements::show( ... ) );
			add_filter( 'site_status_tests', Admin\RequirementsHealth::add( ... ) );

			return;
		}
		Schema::ensure( self::database() );
		$services = self::services();
		add_filter( 'pre_update_option_' . Settings::OPTION, Settings::keep_secrets( ... ), 10, 2 );
		add_filter( 'woocommerce_payment_gateways', static fn ( mixed $methods ): array => array( ...Filtered::as_array( $methods ), PaymentMethod::class ) );
		add_action( 'woocommerce_blocks_payment_method_type_registration', static fn ( PaymentMethodRegistry $registry ) => $registry->register( new BlocksMethod( $services ) ) );
		add_action( 'woocommerce_api_' . CallbackUrl::ENDPOINT, self::answer_callback( ... ) );
		add_action( 'wc_ajax_' . StateEndpoint::NAME, static fn () => $services->state_endpoint()->answer() );
		add_action( 'woocommerce_before_thankyou', static fn ( $order_id ) => $services->thank_you_page()->before( $order_id ) );
		add_filter( 'render_block_woocommerce/order-confirmation-status', static fn ( $block ) => $services->thank_you_page()->add_to_status( $block ) );
		add_action( 'woocommerce_thankyou_' . PaymentMethod::ID, static fn () => $services->thank_you_page()->show() );
		add_filter( 'woocommerce_thankyou_order_received_text', static fn ( $text, $order = null ) => $services->thank_you_page()->heading( $text, $order ), 10, 2 );
		add_filter( 'woocommerce_cancel_unpaid_order', static fn ( $may, $order = null ) => $services->cancellation()->may_cancel( (bool) $may, $order ), 10, 2 );
		add_action( Jobs::RECONCILE, static fn () => $services->reconciler()->run() );
		add_action( Jobs::COINS, static fn () => $services->jobs()->refresh_coins() );
		add_action( 'action_scheduler_init', self::ensure_table_and_jobs( ... ) );
		Admin\AdminHooks::add( $services );
	}

	/** Not on customers' pages: it costs queries. */
	private static function ensure_table_and_jobs(): void {
		if ( is_admin() || wp_doing_cron() || defined( 'WP_CLI' ) ) {
			Schema::repair( self::database() );
			self::services()->jobs()->ensure();
		}
	}

	/** WooCommerce has sent status 200 before it comes here. */
	private static function answer_callback(): never {
		$query  = wp_unslash( $_GET ); // phpcs:ignore WordPress.Security.NonceVerification -- It is signed by the gateway.
		$server = wp_unslash( $_SERVER );
		$body   = file_get_contents( 'php://input', false, null, 0, 65537 );
		CallbackEndpoint::forget_secrets();
		// If the code of others ends the process, this stands, and the callback comes again.
		status_header( 503 );
		$status = self::services()->callback_endpoint()->answer(
			$query,
			$server,
			is_string( $body ) ? $body : ''
		);
		status_header( $status );
		nocache_headers();
		header( 'Content-Type: text/plain; charset=utf-8' );
		if ( 503 === $status ) {
			header( 'Retry-After: 5' );
		}
		echo 200 === $status ? 'OK' : 'Not accepted';
		exit;
	}
}
