<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

use Aurpay\WooCommerce\Log;
use Aurpay\WooCommerce\Payment;
use Aurpay\WooCommerce\Verdict;

/**
 * Tells the merchant of money that the shop cannot place by itself: by the list of the admin area, and once by e-mail.
 * It runs while an order is settled, and nothing that goes wrong in it may disturb that.
 */
final class Attention {

	/** In the list, in place of a verdict: the order is gone. */
	public const MISSING = 'missing';

	/** What the merchant was told of an order by e-mail: "payment:verdict". */
	private const TOLD = '_aurpay_native_told';

	public function __construct( private AttentionList $entries, private Log $log ) {}

	public function note( \WC_Order $order, Payment $payment, Verdict $verdict ): void {
		try {
			$this->entries->add( $order->get_id(), $payment->id, $verdict->value );
		} catch ( \Throwable $failure ) {
			$this->log->failure( "Order {$order->get_id()} needs attention ({$verdict->value}), and could not be listed", $failure );
		}
		try {
			$this->tell_once( $order, $payment, $verdict );
		} catch ( \Throwable $failure ) {
			$this->log->failure( "The e-mail about order {$order->get_id()} ({$verdict->value}) failed", $failure );
		}
	}

	/** Without an e-mail: those are about an order. */
	public function note_missing( Payment $payment ): void {
		try {
			$this->entries->add( $payment->order_id, $payment->id, self::MISSING );
		} catch ( \Throwable $failure ) {
			$this->log->failure( "Order {$payment->order_id} is gone and was paid, and could not be listed", $failure );
		}
	}

	/** @param mixed $order_id Of an order that was changed or deleted: it is seen to. */
	public function forget_order( mixed $order_id ): void {
		try {
			$this->entries->remove_order( is_numeric( $order_id ) ? (int) $order_id : 0 );
		} catch ( \Throwable $failure ) {
			$this->log->failure( 'An order could not be taken off the list of those that need attention', $failure );
		}
	}

	/** A process that was killed comes here again with the same verdict. */
	private function tell_once( \WC_Order $order, Payment $payment, Verdict $verdict ): void {
		$told = $order->get_meta( self::TOLD );
		$told = is_array( $told ) ? $told : array();
		$what = "{$payment->id}:{$verdict->value}";
		if ( in_array( $what, $told, true ) ) {
			return;
		}
		$told[] = $what;
		$order->update_meta_data( self::TOLD, $told );
		$order->save_meta_data();
		$email = WC()->mailer()->get_emails()[ AttentionEmail::NAME ] ?? null;
		if ( $email instanceof AttentionEmail ) {
			$email->trigger( $order, $payment, $verdict );
		}
	}
}
