<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

use Aurpay\ApiException;
use Aurpay\AurpayException;
use Aurpay\OutcomeUnknownException;
use Aurpay\TransportException;

/**
 * Refunds whole payments. The intent is committed before anything is sent, and what may have been executed is never
 * sent again: reconciliation asks what became of it.
 */
final class Refunds {

	/** So long after the request, a payment that the gateway still calls paid was not refunded. */
	private const DOUBT_SECONDS = 900;

	public function __construct(
		private PaymentStore $store,
		private Orders $orders,
		private Gateway $gateway,
		private Site $site,
		private Schedule $schedule,
		private Log $log,
	) {}

	/**
	 * Refunds the payment that has paid an order.
	 *
	 * @param string $amount What WooCommerce wants to refund.
	 * @throws RefundRefused With a sentence for the merchant. WooCommerce then deletes the refund that it has prepared.
	 */
	public function refund( \WC_Order $order, string $amount ): void {
		$payment = $this->refundable( $order, $amount );
		$payment = $this->store->begin_refund( $payment, $this->schedule->first() );
		if ( null === $payment ) {
			throw new RefundRefused( __( 'This payment is already being refunded. Nothing was sent again.', 'aurpay-native-gateway' ) );
		}
		$this->log->info( "The refund of payment {$payment->gateway_id} is sent" );
		try {
			$this->gateway->refund( $payment );
		} catch ( OutcomeUnknownException $unknown ) {
			$this->log->failure( "Whether payment {$payment->gateway_id} was refunded is not known", $unknown );
			$this->store->end_refund( $payment, Payment::REFUND_UNKNOWN );
			throw new RefundRefused( __( 'Aurpay did not answer, so the refund may have been made or not. The shop finds out by itself within 15 minutes, and writes it here. Please do not refund it in another way until then.', 'aurpay-native-gateway' ) );
		} catch ( ApiException | TransportException | \ValueError | \TypeError $refusal ) {
			$this->log->failure( "Payment {$payment->gateway_id} was not refunded", $refusal );
			$this->store->end_refund( $payment, '' );
			throw new RefundRefused(
				/* translators: %s: reason */
				sprintf( __( 'Aurpay did not refund the payment: %s', 'aurpay-native-gateway' ), $refusal->getMessage() )
			);
		}
		$this->store->end_refund( $payment, Payment::REFUND_DONE );
	}

	/**
	 * Finds out what became of a refund whose answer was lost. Reconciliation calls it with what the gateway says now.
	 */
	public function find_out( Payment $payment, Answer $answer ): Payment {
		if ( ! $payment->refund_is_in_doubt() || GatewayStatus::REFUNDED === $answer->status ) {
			return $payment;
		}
		// By the time of the question: what was asked before the refund says nothing of it, however late it is read.
		if ( $answer->asked_at - $payment->refund_at < self::DOUBT_SECONDS ) {
			return $payment;
		}
		if ( ! $this->store->end_refund( $payment, '' ) ) {
			return $this->store->get( $payment->id );
		}
		$this->orders->fresh( $payment->order_id )?->add_order_note(
			/* translators: %s: payment id */
			sprintf( __( 'The refund of Aurpay payment %s was not made: Aurpay still calls it paid. If this order shows a refund nevertheless, delete that first. Then you can refund it again.', 'aurpay-native-gateway' ), $payment->gateway_id )
		);

		return $this->store->get( $payment->id );
	}

	/** @throws RefundRefused When there is nothing that can be refunded as a whole. */
	private function refundable( \WC_Order $order, string $amount ): Payment {
		if ( $this->site->is_copy() ) {
			throw new RefundRefused( __( 'This site is a copy of the shop: its address has changed. It refunds nothing until you confirm in the settings of Aurpay that it is the shop now.', 'aurpay-native-gateway' ) );
		}
		$payment = null;
		foreach ( $this->store->of_order( $order->get_id() ) as $candidate ) {
			if ( '' !== $candidate->gateway_id && $candidate->gateway_id === $order->get_transaction_id( 'edit' ) ) {
				$payment = $candidate;
			}
		}
		if ( null === $payment ) {
			throw new RefundRefused( __( 'The shop has accepted no Aurpay payment for this order. If the notes tell of one that has arrived, refund it on the Aurpay dashboard.', 'aurpay-native-gateway' ) );
		}
		if ( '' !== $payment->refund ) {
			throw new RefundRefused(
				Payment::REFUND_DONE === $payment->refund
					? __( 'This payment was already refunded.', 'aurpay-native-gateway' )
					: __( 'This payment is already being refunded. The shop finds out by itself whether it was made. Nothing was sent again.', 'aurpay-native-gateway' )
			);
		}
		if ( ! Orders::is_same_amount( $payment->price, Orders::total( $order ) ) ) {
			throw new RefundRefused(
				/* translators: %s: price of the payment */
				sprintf( __( 'Aurpay refunds the whole payment of %s, and the total of this order was changed since. Please refund on the Aurpay dashboard, and write the refund here by hand.', 'aurpay-native-gateway' ), "{$payment->price} {$payment->currency}" )
			);
		}
		if ( ! $this->is_whole( $order, $amount ) ) {
			throw new RefundRefused( __( 'Aurpay refunds whole orders only. Please enter the whole total, or refund a part on your own.', 'aurpay-native-gateway' ) );
		}

		return $payment;
	}

	/**
	 * WooCommerce has saved the refund object already when it asks, so what remains of the order is nothing.
	 */
	private function is_whole( \WC_Order $order, string $amount ): bool {
		$total = wc_format_decimal( Orders::total( $order ), wc_get_price_decimals() );

		return wc_format_decimal( $amount, wc_get_price_decimals() ) === $total && (float) $total > 0.0;
	}
}
