<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

/**
 * A sentence that a user reads on the next page, after a button was used.
 */
final class FlashNotice {

	private const PREFIX = 'aurpay_native_flash_';

	/** @param string $sentence Plain text. */
	public function keep( string $sentence ): void {
		set_transient( self::PREFIX . get_current_user_id(), $sentence, MINUTE_IN_SECONDS );
	}

	public function show(): void {
		$name     = self::PREFIX . get_current_user_id();
		$sentence = get_transient( $name );
		if ( is_string( $sentence ) && '' !== $sentence ) {
			delete_transient( $name );
			printf( '<div class="notice notice-info is-dismissible" id="aurpay-native-flash"><p><strong>Aurpay:</strong> %s</p></div>', esc_html( $sentence ) );
		}
	}
}
