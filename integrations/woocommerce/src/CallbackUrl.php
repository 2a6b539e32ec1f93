<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * The address that the gateway calls. It names the order, its secret key and the payment: only the URL of a callback is
 * signed. It is kept with the payment, so a later change of permalinks or of the domain breaks no open payment.
 */
final class CallbackUrl {

	/** The name of WooCommerce's endpoint: /wc-api/aurpay_native/ or /?wc-api=aurpay_native. */
	public const ENDPOINT = 'aurpay_native';

	/** The parameter that names the payment. */
	public const PAYMENT = 'aurpay_payment';

	/** @return string With "{token}" where the payment's token comes. */
	public static function template( \WC_Order $order ): string {
		return self::base() . ( str_contains( self::base(), '?' ) ? '&' : '?' ) . http_build_query(
			array(
				'order' => $order->get_id(),
				'key'   => $order->get_order_key( 'edit' ),
			)
		) . '&' . self::PAYMENT . '={token}';
	}

	/** The endpoint alone. It comes from the site's settings, never from a request's Host. */
	public static function base(): string {
		return WC()->api_request_url( self::ENDPOINT );
	}

	/** Whether the gateway would call it: https, or a loopback address, which only the sandbox can call. */
	public static function is_possible(): bool {
		$parts = wp_parse_url( self::base() );
		$host  = is_array( $parts ) ? (string) ( $parts['host'] ?? '' ) : '';

		return is_array( $parts )
			&& ( 'https' === ( $parts['scheme'] ?? '' ) || 'localhost' === $host || '[::1]' === $host || 1 === preg_match( '/^127(\.[0-9]{1,3}){3}$/D', $host ) );
	}
}
