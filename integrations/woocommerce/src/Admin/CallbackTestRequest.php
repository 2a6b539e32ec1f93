<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

/**
 * The button "Test callbacks" of the settings, and its answer.
 */
final class CallbackTestRequest {

	private const SCRIPT = 'aurpay-native-admin';

	public function __construct( private CallbackTester $tester ) {}

	/** Answers the button: {"success": true, "data": {"good": …, "sentence": …}}. */
	public function answer(): void {
		check_ajax_referer( CallbackTester::ACTION );
		if ( ! current_user_can( 'manage_woocommerce' ) ) {
			wp_send_json_error( null, 403 );
		}
		$diagnosis = $this->tester->run();
		wp_send_json_success(
			array(
				'good'     => $diagnosis->is_good,
				'sentence' => $diagnosis->sentence,
			)
		);
	}

	/** Prints the button. */
	public static function show_button(): void {
		wp_enqueue_script( self::SCRIPT, \Aurpay\WooCommerce\Plugin::asset( 'admin.js' ), array( 'wp-i18n' ), \Aurpay\WooCommerce\Plugin::VERSION, true );
		wp_set_script_translations( self::SCRIPT, 'aurpay-native-gateway', \Aurpay\WooCommerce\Plugin::folder( 'languages' ) );
		printf(
			'<p><button type="button" class="button" id="aurpay-native-test-callbacks" data-address="%s" data-action="%s" data-nonce="%s">%s</button> <span id="aurpay-native-test-result" role="status"></span></p><p class="description">%s</p>',
			esc_url( admin_url( 'admin-ajax.php' ) ),
			esc_attr( CallbackTester::ACTION ),
			esc_attr( wp_create_nonce( CallbackTester::ACTION ) ),
			esc_html__( 'Test callbacks', 'aurpay-native-gateway' ),
			esc_html__( 'The shop calls its own public callback address with a signed test. This proves the way from here only: a firewall can still treat Aurpay differently.', 'aurpay-native-gateway' )
		);
	}
}
