<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

/**
 * What a shop can write into its privacy policy.
 */
final class PrivacyPolicy {

	public static function add(): void {
		if ( ! function_exists( 'wp_add_privacy_policy_content' ) ) {
			return;
		}
		$sentences = array(
			__( 'If you pay with crypto, the payment is made through Aurpay. The shop sends Aurpay the price, the currency, the coin that you chose, and addresses of pages of your order. If you choose the coin on the page of Aurpay, the shop sends the number of your order, too. Your name and your address are not sent.', 'aurpay-native-gateway' ),
			__( 'The shop keeps with your order the number of the payment at Aurpay, the amount, the coin, the address that you paid to, the transaction, the status, and the address of your payment page.', 'aurpay-native-gateway' ),
			__( 'When your order is anonymised, address, transaction and payment page are erased. Number, amount and status are kept as proof of the payment. A transaction itself is public on its blockchain, and nobody can erase it there.', 'aurpay-native-gateway' ),
		);
		wp_add_privacy_policy_content( 'Aurpay Native Gateway for WooCommerce', '<p>' . implode( '</p><p>', array_map( 'esc_html', $sentences ) ) . '</p>' );
	}
}
