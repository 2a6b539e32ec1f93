<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

use Aurpay\WooCommerce\Clock;
use Aurpay\WooCommerce\Payment;
use Aurpay\WooCommerce\Settings;
use Aurpay\WooCommerce\Verdict;

/**
 * What there is to say of a payment. The payment page's address is never part of it: it is the customer's secret. What
 * the API calls "obtained" is named "Credited", as it can be without Aurpay's fee.
 */
final class PaymentRows {

	public function __construct( private Explorer $explorer, private Clock $clock ) {}

	/** @return array<string, string> Label => plain text, only where there is something to say. */
	public function of( Payment $payment ): array {
		return array_filter(
			array(
				__( 'Payment', 'aurpay-native-gateway' )  => $payment->gateway_id,
				__( 'Mode', 'aurpay-native-gateway' )     => Settings::LIVE === $payment->mode ? __( 'live', 'aurpay-native-gateway' ) : __( 'test', 'aurpay-native-gateway' ),
				__( 'Status', 'aurpay-native-gateway' )   => $payment->status,
				__( 'Price', 'aurpay-native-gateway' )    => "{$payment->price} {$payment->currency}",
				__( 'Coin', 'aurpay-native-gateway' )     => $payment->coin,
				__( 'Amount', 'aurpay-native-gateway' )   => self::amount( $payment->amount, $payment ),
				__( 'Credited', 'aurpay-native-gateway' ) => self::amount( $payment->obtained, $payment ),
				__( 'Address', 'aurpay-native-gateway' )  => $payment->address,
				__( 'Transaction', 'aurpay-native-gateway' ) => $payment->tx_hash,
				__( 'Refund', 'aurpay-native-gateway' )   => Payment::REFUND_DONE === $payment->refund ? __( 'made through Aurpay', 'aurpay-native-gateway' ) : '',
				__( 'Created', 'aurpay-native-gateway' )  => self::time( $payment->created_at ),
				__( 'Last asked', 'aurpay-native-gateway' ) => self::time( $payment->asked_at ),
			),
			static fn ( string $text ): bool => '' !== $text
		);
	}

	/** @return string The page about the transaction; empty if none is certain. */
	public function transaction_url( Payment $payment ): string {
		return $this->explorer->url( $payment );
	}

	/** @return list<string> What is open, or in doubt. */
	public function open_questions( Payment $payment ): array {
		$open = array();
		if ( $payment->refund_is_in_doubt() ) {
			$open[] = Payment::REFUND_UNKNOWN === $payment->refund
				? __( 'A refund was asked for, and the answer was lost. It may have been made or not. The shop finds out by itself. Do not refund in another way until then.', 'aurpay-native-gateway' )
				: __( 'A refund was asked for. Whether it was made is not known yet.', 'aurpay-native-gateway' );
		}
		$question = match ( true ) {
			Payment::STATE_CREATING === $payment->state => __( 'The payment was being created when the process ended. Nobody has seen its address, so nobody pays it.', 'aurpay-native-gateway' ),
			Payment::STATE_UNKNOWN === $payment->state  => __( 'Aurpay did not answer when the payment was created. Nobody has seen its address, so nobody pays it.', 'aurpay-native-gateway' ),
			Payment::STATE_REFUSED === $payment->state  => __( 'Aurpay has not created this payment. The log has the reason.', 'aurpay-native-gateway' ),
			'' === $payment->gateway_id                 => __( 'The customer chooses the coin on the page of Aurpay. Only a callback tells the number of the payment.', 'aurpay-native-gateway' ),
			default                                     => '',
		};
		if ( '' !== $question ) {
			$open[] = $question;
		}
		if ( true === Verdict::tryFrom( $payment->verdict )?->needs_attention() ) {
			$open[] = __( 'The shop does not decide about this payment. See the notes of the order.', 'aurpay-native-gateway' );
		}
		if ( $payment->erased_at > 0 ) {
			$open[] = __( 'Address, transaction and payment page were erased with the personal data of the order.', 'aurpay-native-gateway' );
		}
		if ( $payment->next_ask_at > 0 ) {
			$open[] = $payment->next_ask_at <= $this->clock->now()
				? __( 'The shop asks again with the next reconciliation.', 'aurpay-native-gateway' )
				/* translators: %s: date and time */
				: sprintf( __( 'The shop asks again after %s.', 'aurpay-native-gateway' ), self::time( $payment->next_ask_at ) );
		}

		return $open;
	}

	/** A time in the shop's zone; empty for never. */
	public static function time( int $time ): string {
		$format = get_option( 'date_format' );

		return 0 === $time ? '' : (string) wp_date( ( is_string( $format ) ? $format : 'Y-m-d' ) . ' H:i:s', $time );
	}

	private static function amount( string $amount, Payment $payment ): string {
		return '' === $amount ? '' : trim( "{$amount} {$payment->coin_name()}" );
	}
}
