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

		return is_string( $known ) && '' !== $known && ! in_array( self::address(), array( $known, ...self::others() ), true );
	}

	/** @return list<string> Further addresses of the shop. */
	private static function others(): array {
		/**
		 * Filters the further addresses of this very shop: for example a domain for each language. On others, nothing is
		 * sold, refunded or settled.
		 *
		 * @param list<string> $addresses Such as "https://shop.example".
		 */
		$addresses = apply_filters( 'aurpay_native_other_addresses', array() );

		return array_map( self::plain( ... ), array_values( array_filter( Filtered::as_array( $addresses ), 'is_string' ) ) );
	}

	/** From now on, this is the shop. */
	public function confirm(): void {
		update_option( self::OPTION, self::address(), true );
	}

	private static function address(): string {
		$home = get_option( 'home' );

		return self::plain( is_string( $home ) ? $home : '' );
	}

	/** The scheme and "www." may change without a copy being made. */
	private static function plain( string $address ): string {
		return (string) preg_replace( '~^https?://(www\.)?~i', '', untrailingslashit( $address ) );
	}
}
