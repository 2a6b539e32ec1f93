<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * What a customer sees of the payment after the checkout: the true state, and while the order waits, what to pay where.
 */
final class CustomerState {

	public const PAID     = 'paid';
	public const REFUNDED = 'refunded';
	public const CHECKED  = 'checked';
	public const PARTIAL  = 'partial';
	public const WAITING  = 'waiting';
	/** The payment is over, and the order can be paid again. */
	public const CLOSED = 'closed';
	/** The order can no longer be paid, for example because it was cancelled. */
	public const ENDED = 'ended';
	/** The payments cannot be read. */
	public const UNKNOWN = 'unknown';

	public function __construct( private PaymentStore $store, private Clock $clock, private Log $log ) {}

	/** @return self::* */
	public function of( \WC_Order $order ): string {
		try {
			$payment = $this->newest( $order );
		} catch ( StoreFailure $failure ) {
			$this->log->failure( "The state of order {$order->get_id()} cannot be told to its customer", $failure );

			return self::UNKNOWN;
		}
		$is_open = null !== $payment && $this->is_expected( $payment, $order );

		return match ( true ) {
			$order->has_status( 'refunded' )                               => self::REFUNDED,
			$order->has_status( 'on-hold' )                                => self::CHECKED,
			$order->is_paid(), null !== $order->get_date_paid( 'edit' )    => self::PAID,
			! $order->needs_payment()                                      => self::ENDED,
			$is_open && GatewayStatus::PARTIAL === $payment->status        => self::PARTIAL,
			$is_open                                                       => self::WAITING,
			default                                                        => self::CLOSED,
		};
	}

	/**
	 * The payment that the customer is making: an open one before a closed one, the newest first.
	 *
	 * @throws StoreFailure When the payments cannot be read.
	 */
	public function newest( \WC_Order $order ): ?Payment {
		$payments = array_reverse( $this->store->of_order( $order->get_id() ) );
		foreach ( $payments as $payment ) {
			if ( $this->is_expected( $payment, $order ) ) {
				return $payment;
			}
		}

		return $payments[0] ?? null;
	}

	/** Whether the customer is to pay it. Nobody is asked for what an order cost before it was changed. */
	private function is_expected( Payment $payment, \WC_Order $order ): bool {
		return $payment->is_open( $this->clock->now() )
			&& ( GatewayStatus::PARTIAL === $payment->status || ( Orders::is_same_amount( $payment->price, Orders::total( $order ) ) && $payment->currency === $order->get_currency( 'edit' ) ) );
	}

	/** @param self::* $state One of the constants. */
	public static function sentence( string $state ): string {
		return match ( $state ) {
			self::PAID     => __( 'Your payment has arrived. Thank you!', 'aurpay-native-gateway' ),
			self::REFUNDED => __( 'Your payment was refunded.', 'aurpay-native-gateway' ),
			self::CHECKED  => __( 'We are checking your payment. You will hear from us.', 'aurpay-native-gateway' ),
			self::PARTIAL  => __( 'A part of your payment has arrived. The payment page shows how much is missing. Please send the rest.', 'aurpay-native-gateway' ),
			self::WAITING  => __( 'Your order is waiting for your payment.', 'aurpay-native-gateway' ),
			self::CLOSED   => __( 'This order is not paid. You can start a new payment. If you have already sent coins, please contact us first.', 'aurpay-native-gateway' ),
			self::UNKNOWN  => __( 'The state of your payment cannot be read at the moment. Please load this page again in a few minutes.', 'aurpay-native-gateway' ),
			self::ENDED    => __( 'This order can no longer be paid. Please contact us if you have sent a payment.', 'aurpay-native-gateway' ),
		};
	}
}
