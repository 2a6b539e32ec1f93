<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * What the plugin cannot run without.
 */
final class Requirements {

	/** @return list<string> Sentences with the way to get what is missing. */
	public static function missing(): array {
		$missing = array();
		if ( ! extension_loaded( 'aurpay' ) ) {
			$missing[] = __( 'The PHP extension aurpay is not installed. Install it with "pie install aurpay/aurpay" or "pecl install aurpay", or ask your web host for it, and restart PHP.', 'aurpay-native-gateway' );
		}
		if ( ! class_exists( \WooCommerce::class ) ) {
			$missing[] = __( 'WooCommerce is not active.', 'aurpay-native-gateway' );
		}

		return $missing;
	}

	/** Without words: those are translated, and WordPress is not ready for that when plugins are loaded. */
	public static function are_met(): bool {
		return extension_loaded( 'aurpay' ) && class_exists( \WooCommerce::class );
	}

	public static function show(): void {
		if ( ! current_user_can( 'activate_plugins' ) ) {
			return;
		}
		foreach ( self::missing() as $sentence ) {
			printf(
				'<div class="notice notice-error"><p><strong>%s</strong> %s</p></div>',
				esc_html__( 'Aurpay Native Gateway does nothing yet.', 'aurpay-native-gateway' ),
				esc_html( $sentence )
			);
		}
	}
}
