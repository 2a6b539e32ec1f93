<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

use Aurpay\ApiException;
use Aurpay\AuthenticationException;
use Aurpay\RateLimitException;

/**
 * What a customer reads when a payment cannot be started. The reason itself is for the log: it names hosts, options and
 * files.
 */
final class Words {

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
