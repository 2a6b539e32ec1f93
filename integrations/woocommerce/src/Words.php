<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

use Aurpay\ApiException;
use Aurpay\AuthenticationException;
use Aurpay\RateLimitException;
use Aurpay\TransportException;

/**
 * Failures in the words of those who read them. A customer reads no reason: it names hosts, options and files, and is
 * for the log and for the merchant.
 */
final class Words {

	/** What the merchant reads when the settings were tried. Options have the names of their fields. */
	public static function for_merchant( \Throwable $failure ): string {
		$sentence = match ( true ) {
			/* translators: %s: reason */
			$failure instanceof AuthenticationException => __( 'Aurpay does not accept the credentials: %s', 'aurpay-native-gateway' ),
			/* translators: %s: reason */
			$failure instanceof ApiException => __( 'Aurpay refused the request: %s', 'aurpay-native-gateway' ),
			/* translators: %s: reason */
			$failure instanceof TransportException => __( 'Aurpay could not be reached: %s', 'aurpay-native-gateway' ),
			/* translators: %s: reason */
			$failure instanceof \Aurpay\AurpayException => __( 'Aurpay did not answer as expected: %s', 'aurpay-native-gateway' ),
			/* translators: %s: reason */
			default => __( 'A setting cannot be used: %s', 'aurpay-native-gateway' ),
		};
		$reason = (string) preg_replace( '/^Aurpay.{1,40}\(\): Argument #\d+ \(\$\w+\) /', '', $failure->getMessage() );

		return sprintf(
			$sentence,
			strtr(
				$reason,
				array(
					'; check the option base_uri' => '',
					'option "base_uri"'           => '"' . __( 'Address of the sandbox', 'aurpay-native-gateway' ) . '"',
					'option "ca_file"'            => '"' . __( 'CA file of the sandbox', 'aurpay-native-gateway' ) . '"',
				)
			)
		);
	}

	/** @param string $currency The order's currency. */
	public static function for_customer( \Throwable $failure, string $currency ): string {
		return match ( true ) {
			$failure instanceof LockBusy => __( 'This order is being paid in another window. Please wait a moment and try again.', 'aurpay-native-gateway' ),
			$failure instanceof AuthenticationException => __( 'Paying with crypto is not possible at the moment. Please choose another way to pay, or contact us.', 'aurpay-native-gateway' ),
			$failure instanceof RateLimitException => __( 'The payment service is busy. Please try again in a minute.', 'aurpay-native-gateway' ),
			/* translators: %s: currency, for example USD */
			$failure instanceof ApiException => sprintf( __( 'The payment service does not accept this order in %s with this coin. Please choose another coin or another way to pay.', 'aurpay-native-gateway' ), $currency ),
			$failure instanceof \Aurpay\AurpayException => __( 'The payment service did not answer. You have not paid anything. Please try again, or choose another way to pay.', 'aurpay-native-gateway' ),
			default => __( 'The payment could not be started. You have not paid anything. Please choose another way to pay, or contact us.', 'aurpay-native-gateway' ),
		};
	}
}
