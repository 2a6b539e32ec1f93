<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

use Aurpay\CallbackReason;
use Aurpay\WooCommerce\CallbackProbe;

/**
 * What became of a test of callbacks, and what stopped it.
 */
final class ProbeDiagnosis {

	/** Codes of libcurl, as WordPress prints them. */
	private const NAME_NOT_FOUND = array( 5, 6 );
	private const NOT_CONNECTED  = array( 7 );
	private const TOO_SLOW       = array( 28 );
	private const TLS            = array( 35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91 );

	private function __construct( public readonly bool $is_good, public readonly string $sentence ) {}

	/** It was not sent at all. */
	public static function unusable( string $reason ): self {
		/* translators: %s: reason */
		return new self( false, sprintf( __( 'The test was not sent. %s', 'aurpay-native-gateway' ), $reason ) );
	}

	/**
	 * No answer came.
	 *
	 * @param string $message WordPress' words, with libcurl's code.
	 * @param string $arrived What CallbackProbe kept.
	 */
	public static function of_failure( string $message, string $arrived ): self {
		$code = 1 === preg_match( '/cURL error ([0-9]+)/', $message, $found ) ? (int) $found[1] : 0;

		return new self(
			false,
			match ( true ) {
				'' !== $arrived => __( 'The test has arrived, but its answer was lost on the way back. Aurpay would repeat such a callback.', 'aurpay-native-gateway' ),
				in_array( $code, self::NAME_NOT_FOUND, true ) => __( 'The name of the shop was not found. Check the DNS records of the domain.', 'aurpay-native-gateway' ),
				in_array( $code, self::NOT_CONNECTED, true ) => __( 'Nothing answers at the address of the shop. A firewall may block it, or the web server does not listen there.', 'aurpay-native-gateway' ),
				in_array( $code, self::TOO_SLOW, true ) => __( 'No answer came in 15 seconds. A firewall may drop the request, or the web server has no process free for it.', 'aurpay-native-gateway' ),
				/* translators: %s: reason */
				in_array( $code, self::TLS, true ) => sprintf( __( 'The TLS connection failed. Check the certificate of the shop and its chain: %s', 'aurpay-native-gateway' ), $message ),
				/* translators: %s: reason */
				default => sprintf( __( 'The test could not be sent: %s', 'aurpay-native-gateway' ), $message ),
			}
		);
	}

	/**
	 * An answer came: of the shop, or of something that stands before it.
	 *
	 * @param string $location Of a redirect.
	 * @param string $arrived  What CallbackProbe kept.
	 */
	public static function of_answer( int $status, string $type, string $location, string $body, string $arrived ): self {
		if ( CallbackProbe::VERIFIED === $arrived && 200 === $status ) {
			return new self( true, __( 'The test has arrived, and its signature is right.', 'aurpay-native-gateway' ) );
		}

		return new self( false, '' === $arrived ? self::stopped( $status, $type, $location, $body ) : self::damaged( $status, $arrived ) );
	}

	/** It came to the shop, but not as it was sent. */
	private static function damaged( int $status, string $arrived ): string {
		return match ( $arrived ) {
			/* translators: %d: HTTP status */
			CallbackProbe::VERIFIED => sprintf( __( 'The test has arrived, but its answer was changed on the way back: status %d instead of 200. Aurpay would repeat such a callback.', 'aurpay-native-gateway' ), $status ),
			CallbackReason::MissingHeader->value => __( 'The test has arrived without its signature. Something before the shop strips the headers Callback-Token, Date, Signature or Api-Key: a proxy, a firewall, or the web server.', 'aurpay-native-gateway' ),
			CallbackReason::RepeatedHeader->value => __( 'The test has arrived with its headers twice. Something before the shop repeats them.', 'aurpay-native-gateway' ),
			CallbackReason::Date->value, CallbackReason::Stale->value => __( 'The test has arrived with another date than it was sent with. Something before the shop replaces the header Date.', 'aurpay-native-gateway' ),
			CallbackReason::Body->value => __( 'The test has arrived with another body than it was sent with. Something before the shop changes it.', 'aurpay-native-gateway' ),
			/* translators: %s: reason */
			default => sprintf( __( 'The test has arrived, but its signature is no longer right (%s). Something before the shop changes the request.', 'aurpay-native-gateway' ), $arrived ),
		};
	}

	/** It did not come to the shop. */
	private static function stopped( int $status, string $type, string $location, string $body ): string {
		$is_page = '' !== trim( $body ) && ( str_contains( strtolower( $type ), 'html' ) || 1 === preg_match( '/<(!doctype|html|body)/i', $body ) );

		return match ( true ) {
			/* translators: %s: address */
			$status >= 300 && $status < 400 => sprintf( __( 'The request was redirected to %s. Aurpay does not follow redirects. Make the address of the shop in Settings, General the one that visitors end at, or leave callbacks out of the redirect.', 'aurpay-native-gateway' ), self::without_query( $location ) ),
			401 === $status => __( 'A login is asked for (status 401). Leave the callback address out of the password protection.', 'aurpay-native-gateway' ),
			403 === $status && $is_page => __( 'A firewall, a security plugin or a login wall has answered with a page of its own (status 403). Leave the callback address out of it.', 'aurpay-native-gateway' ),
			403 === $status => __( 'The request was refused (status 403) before the test was recognised. A firewall or a cache may have answered in the place of the shop.', 'aurpay-native-gateway' ),
			503 === $status && $is_page => __( 'The shop is in maintenance mode, or a service before it is not available (status 503). Aurpay repeats callbacks, and the shop asks about payments by itself.', 'aurpay-native-gateway' ),
			404 === $status => __( 'The callback address does not exist (status 404). Save the permalinks in Settings, Permalinks once, and check that requests to it reach WordPress.', 'aurpay-native-gateway' ),
			/* translators: %d: HTTP status */
			$is_page => sprintf( __( 'Not the shop, but a page of something else has answered (status %d): a login wall, a firewall or a cache. Leave the callback address out of it.', 'aurpay-native-gateway' ), $status ),
			/* translators: %d: HTTP status */
			default => sprintf( __( 'The test did not reach the shop. The answer has status %d.', 'aurpay-native-gateway' ), $status ),
		};
	}

	private static function without_query( string $url ): string {
		return (string) preg_replace( '/[?#].*$/s', '', $url );
	}
}
