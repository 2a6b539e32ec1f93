<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

use Aurpay\WooCommerce\Payment;
use Aurpay\WooCommerce\Settings;

/**
 * Where a transaction can be looked at. Only for chains whose explorer is certain, and for real coins.
 */
final class Explorer {

	/** Chain => the form of a transaction, and the page about it. */
	private const PAGES = array(
		'BTC' => array( '/^[0-9a-f]{64}$/iD', 'https://mempool.space/tx/' ),
		'ETH' => array( '/^0x[0-9a-f]{64}$/iD', 'https://etherscan.io/tx/' ),
		'BSC' => array( '/^0x[0-9a-f]{64}$/iD', 'https://bscscan.com/tx/' ),
		'TRX' => array( '/^[0-9a-f]{64}$/iD', 'https://tronscan.org/#/transaction/' ),
	);

	/** @return string Empty if there is no page that is certain. */
	public function url( Payment $payment ): string {
		$url                    = '';
		list( $form, $address ) = self::PAGES[ explode( '/', $payment->coin, 2 )[0] ] ?? array( '', '' );
		if ( Settings::LIVE === $payment->mode && '' !== $form && 1 === preg_match( $form, $payment->tx_hash ) ) {
			$url = $address . $payment->tx_hash;
		}

		/**
		 * Filters the page about a transaction. An empty one shows the transaction as text.
		 *
		 * @param string  $url     The page.
		 * @param Payment $payment The payment.
		 */
		$url = apply_filters( 'aurpay_native_transaction_url', $url, $payment );

		return is_string( $url ) && '' !== $payment->tx_hash ? $url : '';
	}
}
