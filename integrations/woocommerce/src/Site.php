<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * Whether this site is the one that the settings were made for. A copy (a staging site, a restored backup) has the
 * same credentials and orders: it must not refund or settle what the shop itself does.
 */
final class Site {

	private const OPTION = 'aurpay_native_site';

	/** Whether the site has another address than when its settings were last saved or confirmed. */
	public function is_copy(): bool {
		$known = get_option( self::OPTION, '' );

		return is_string( $known ) && '' !== $known && self::address() !== $known;
	}

	/** From now on, this is the shop. */
	public function confirm(): void {
		update_option( self::OPTION, self::address(), true );
	}

	/** The scheme and "www." may change without a copy being made. */
	private static function address(): string {
		$home = get_option( 'home' );

		return (string) preg_replace( '~^https?://(www\.)?~i', '', untrailingslashit( is_string( $home ) ? $home : '' ) );
	}
}
