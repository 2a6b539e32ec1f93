<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

/**
 * The versions of the PHP extension and of its libraries.
 */
final class ExtensionFacts {

	/** @return string Empty without the extension. */
	public function version(): string {
		return (string) phpversion( 'aurpay' );
	}

	/** @return array<string, string> Library => version, as far as the extension tells. */
	public function libraries(): array {
		if ( ! extension_loaded( 'aurpay' ) ) {
			return array();
		}
		ob_start();
		( new \ReflectionExtension( 'aurpay' ) )->info();
		// A web server gets a table in HTML, the command line gets text.
		$info      = str_replace( ' => ', "\t", (string) preg_replace( '~</td><td[^>]*>~', "\t", (string) ob_get_clean() ) );
		$info      = html_entity_decode( (string) preg_replace( '/<[^>]*>/', "\n", $info ) );
		$libraries = array();
		foreach ( array( 'libcurl', 'OpenSSL' ) as $name ) {
			if ( 1 === preg_match( "/^{$name}\s*\t(.*)$/m", $info, $found ) ) {
				$libraries[ $name ] = trim( $found[1] );
			}
		}

		return $libraries;
	}
}
