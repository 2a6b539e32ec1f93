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

	/** @param list<string> $missing Sentences. */
	public static function show( array $missing ): void {
		if ( ! current_user_can( 'activate_plugins' ) ) {
			return;
		}
		foreach ( $missing as $sentence ) {
			printf(
				'<div class="notice notice-error"><p><strong>%s</strong> %s</p></div>',
				esc_html__( 'Aurpay Native Gateway does nothing yet.', 'aurpay-native-gateway' ),
				esc_html( $sentence )
			);
		}
	}
}
