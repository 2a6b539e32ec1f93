<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

/**
 * What the public Aurpay plugins have left in this shop. It only reads. They keep their settings in two options, under
 * two names for the key, and two ids of the payment method. They keep nothing with the orders.
 */
final class PublicPlugins {

	private const FILES = array(
		'aurpay/aurpay.php',
		'aurpay-payments-for-woocommerce/aurpay-payments-for-woocommerce.php',
		'aurpay-for-woocommerce/aurpay-for-woocommerce.php',
	);

	private const METHODS = array( 'aurpay', 'aurpay_payment_gateway_wc' );

	private const KEYS = array( 'publickey', 'public_key' );

	/** Statuses in which an order of theirs may still wait for its payment: "processing" does not prove one. */
	private const OPEN = array( 'pending', 'on-hold', 'processing' );

	private const LISTED = 50;

	/** @return list<string> The API keys in their settings, each once. */
	public function api_keys(): array {
		$keys = array();
		foreach ( self::METHODS as $method ) {
			$settings = get_option( "woocommerce_{$method}_settings" );
			foreach ( self::KEYS as $name ) {
				$key = is_array( $settings ) && is_string( $settings[ $name ] ?? null ) ? trim( $settings[ $name ] ) : '';
				if ( '' !== $key ) {
					$keys[] = $key;
				}
			}
		}

		return array_values( array_unique( $keys ) );
	}

	/** @return list<string> The files of those that are active. */
	public function active(): array {
		$active  = get_option( 'active_plugins', array() );
		$network = is_multisite() ? get_site_option( 'active_sitewide_plugins', array() ) : array();
		$all     = array( ...( is_array( $active ) ? $active : array() ), ...array_keys( is_array( $network ) ? $network : array() ) );

		return array_values( array_filter( self::FILES, static fn ( string $file ): bool => in_array( $file, $all, true ) ) );
	}

	/** @return list<\WC_Order> Their orders that may still wait for a payment, the newest first. */
	public function open_orders(): array {
		$found = array();
		foreach ( self::METHODS as $method ) {
			$orders = wc_get_orders(
				array(
					'payment_method' => $method,
					'status'         => self::OPEN,
					'limit'          => self::LISTED,
					'orderby'        => 'date',
					'order'          => 'DESC',
					'type'           => 'shop_order',
				)
			);
			$found  = array( ...$found, ...array_values( is_array( $orders ) ? $orders : array() ) );
		}

		return $found;
	}
}
