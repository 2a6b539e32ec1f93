<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * The notes for the merchant.
 */
final class Notes {

	public function text( Verdict $verdict, Payment $payment, \WC_Order $order ): string {
		$id       = $payment->gateway_id;
		$credited = '' === $payment->obtained ? __( 'an amount that Aurpay does not name', 'aurpay-native-gateway' ) : trim( "{$payment->obtained} {$payment->coin_name()}" );
		$due      = trim( "{$payment->amount} {$payment->coin_name()}" );

		return match ( $verdict ) {
			Verdict::Paid           => sprintf(
				Settings::LIVE === $payment->mode
					/* translators: 1: payment id, 2: amount with its coin, 3: transaction */
					? __( 'Paid through Aurpay: payment %1$s, %2$s, transaction %3$s.', 'aurpay-native-gateway' )
					/* translators: 1: payment id, 2: amount with its coin, 3: transaction */
					: __( 'Paid through Aurpay in test mode, without real coins: payment %1$s, %2$s, transaction %3$s.', 'aurpay-native-gateway' ),
				$id,
				$due,
				'' === $payment->tx_hash ? '–' : $payment->tx_hash
			),
			/* translators: 1: payment id, 2: amount credited, 3: amount due */
			Verdict::WaitForRest    => sprintf( __( 'Aurpay payment %1$s is underpaid: %3$s was due, and %2$s is credited after fees. The order waits for the rest.', 'aurpay-native-gateway' ), $id, $credited, $due ),
			/* translators: 1: payment id, 2: amount credited, 3: amount due */
			Verdict::HoldPartial    => sprintf( __( 'Aurpay payment %1$s is underpaid: %3$s was due, and %2$s is credited after fees. The time for the rest is over. Please decide: accept it, or refund it on the Aurpay dashboard.', 'aurpay-native-gateway' ), $id, $credited, $due ),
			/* translators: 1: payment id, 2: price of the payment */
			Verdict::HoldPrice      => sprintf( __( 'Aurpay payment %1$s is paid, but its price (%2$s) is not the total of this order. Was the order changed? Please compare both and decide.', 'aurpay-native-gateway' ), $id, "{$payment->price} {$payment->currency}" ),
			/* translators: 1: payment id, 2: price of the payment */
			Verdict::HoldCurrency   => sprintf( __( 'Aurpay payment %1$s is paid, but its price (%2$s) has another currency than this order. Please compare both and decide.', 'aurpay-native-gateway' ), $id, "{$payment->price} {$payment->currency}" ),
			/* translators: 1: payment id, 2: id of the first payment */
			Verdict::HoldSecond     => sprintf( __( 'Paid twice: Aurpay payment %1$s is paid, too, and this order was already paid by the Aurpay payment %2$s. Please refund payment %1$s on the Aurpay dashboard, and set the status of the order yourself. The refund button of this order sends %2$s back.', 'aurpay-native-gateway' ), $id, $order->get_transaction_id( 'edit' ) ),
			/* translators: %s: payment id */
			Verdict::HoldLate       => sprintf( __( 'Aurpay payment %s was paid after its time was over. Please decide: send the order, or refund the payment on the Aurpay dashboard.', 'aurpay-native-gateway' ), $id ),
			/* translators: %s: payment id */
			Verdict::HoldStock      => sprintf( __( 'Aurpay payment %s is paid, but there is not enough stock left for this order. The stock was not changed. Please decide: restock and send the order, or refund the payment on the Aurpay dashboard.', 'aurpay-native-gateway' ), $id ),
			/* translators: %s: payment id */
			Verdict::HoldResolved   => sprintf( __( 'Aurpay payment %s was accepted on the Aurpay dashboard as it is. Please check what has arrived, and complete the order yourself.', 'aurpay-native-gateway' ), $id ),
			/* translators: %s: payment id */
			Verdict::HoldRefunded   => sprintf( __( 'Aurpay payment %s was refunded, but not from this shop. Please check it on the Aurpay dashboard.', 'aurpay-native-gateway' ), $id ),
			/* translators: %s: payment id */
			Verdict::NotePaidTwice  => sprintf( __( 'Paid twice: Aurpay payment %s is paid, but this order was already paid in another way. The order was not changed. Please refund one of the payments, that of Aurpay on the Aurpay dashboard.', 'aurpay-native-gateway' ), $id ),
			/* translators: %s: payment id */
			Verdict::NotePaidClosed => sprintf( __( 'Aurpay payment %s is paid, but this order can no longer be paid. The order was not changed. Please check whether to refund it on the Aurpay dashboard.', 'aurpay-native-gateway' ), $id ),
			/* translators: 1: payment id, 2: amount credited, 3: amount due */
			Verdict::NotePartial    => sprintf( __( 'Aurpay payment %1$s is underpaid: %3$s was due, and %2$s is credited after fees. This order does not need it any more. Please refund it on the Aurpay dashboard.', 'aurpay-native-gateway' ), $id, $credited, $due ),
			/* translators: %s: payment id */
			Verdict::NoteResolved   => sprintf( __( 'Aurpay payment %s was accepted on the Aurpay dashboard as it is. This order does not need it any more.', 'aurpay-native-gateway' ), $id ),
			/* translators: %s: payment id */
			Verdict::NoteRefunded   => sprintf( __( 'Aurpay payment %s was refunded on the Aurpay dashboard. The order was not changed.', 'aurpay-native-gateway' ), $id ),
			/* translators: 1: payment id, 2: status */
			Verdict::NoteClosed     => sprintf( __( 'Aurpay payment %1$s was not paid: %2$s.', 'aurpay-native-gateway' ), $id, $payment->status ),
			/* translators: 1: payment id, 2: status */
			Verdict::NoteUnknown    => sprintf( __( 'Aurpay payment %1$s has the status %2$s, which this version of the plugin does not know. Please look at it on the Aurpay dashboard.', 'aurpay-native-gateway' ), $id, $payment->status ),
			/* translators: 1: payment id, 2: status */
			Verdict::Fail           => sprintf( __( 'Aurpay payment %1$s was not paid (%2$s), and the time for a late payment is over.', 'aurpay-native-gateway' ), $id, $payment->status ),
			/* translators: %s: payment id */
			Verdict::Refunded       => sprintf( __( 'Refunded through Aurpay: payment %s.', 'aurpay-native-gateway' ), $id ),
			Verdict::Wait           => '',
		};
	}
}
