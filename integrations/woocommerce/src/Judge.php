<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * The table of decisions: what the gateway says of a payment, and what becomes of the shop's order. It only decides;
 * OrderUpdate acts.
 */
final class Judge {

	/** Orders that the merchant is done with: money that comes for them is told, and nothing else. */
	private const DONE = array( 'refunded', 'completed', 'trash' );

	/** Longer than the request of a refund can take. */
	private const REQUEST_SECONDS = 60;

	/**
	 * @param int $partial_window Seconds for which an underpaid order waits for the rest.
	 * @param int $late_window    Seconds after which an unpaid order fails, once its payment is closed.
	 */
	public function __construct( private int $partial_window, private int $late_window ) {}

	/**
	 * @param Payment    $payment With the newest status.
	 * @param string     $match   One of the constants of Answer.
	 * @param OrderFacts $facts   The order as it is now.
	 * @param int        $now     The time.
	 */
	public function judge( Payment $payment, string $match, OrderFacts $facts, int $now ): Verdict {
		return match ( $payment->status ) {
			'', GatewayStatus::PENDING => Verdict::Wait,
			GatewayStatus::SUCCESS     => $this->paid( $payment, $match, $facts ),
			GatewayStatus::RESOLVED    => self::is_settled( $facts ) ? Verdict::NoteResolved : Verdict::HoldResolved,
			GatewayStatus::PARTIAL     => $this->partial( $payment, $facts, $now ),
			GatewayStatus::REFUNDED    => self::refunded( $payment, $facts, $now ),
			GatewayStatus::OVERDUE,
			GatewayStatus::FAILED,
			GatewayStatus::TERMINATED  => $this->closed( $payment, $facts, $now ),
			default                    => Verdict::NoteUnknown,
		};
	}

	private function paid( Payment $payment, string $match, OrderFacts $facts ): Verdict {
		return match ( true ) {
			OrderFacts::PAID_BY_THIS === $facts->paid_by   => Verdict::Paid,
			Answer::OTHER_CURRENCY === $match              => Verdict::HoldCurrency,
			Answer::MATCH !== $match                       => Verdict::HoldPrice,
			OrderFacts::PAID_BY_OURS === $facts->paid_by   => Verdict::HoldSecond,
			OrderFacts::PAID_OTHERWISE === $facts->paid_by => Verdict::NotePaidTwice,
			! $facts->can_complete                         => Verdict::NotePaidClosed,
			$payment->closed_at > 0                        => Verdict::HoldLate,
			! $facts->has_stock                            => Verdict::HoldStock,
			default                                        => Verdict::Paid,
		};
	}

	private function partial( Payment $payment, OrderFacts $facts, int $now ): Verdict {
		return match ( true ) {
			self::is_settled( $facts )                                => Verdict::NotePartial,
			$now >= $payment->created_at + $this->partial_window      => Verdict::HoldPartial,
			default                                                   => Verdict::WaitForRest,
		};
	}

	private function closed( Payment $payment, OrderFacts $facts, int $now ): Verdict {
		if ( $payment->has_money() ) {
			return self::is_settled( $facts ) ? Verdict::NotePartial : Verdict::HoldPartial;
		}
		$may_fail = $facts->needs_payment
			&& $facts->is_our_method
			&& ! $facts->other_is_open
			&& 'failed' !== $facts->status
			&& $now >= $payment->closed_at + $this->late_window;

		return $may_fail || Verdict::Fail->value === $payment->verdict ? Verdict::Fail : Verdict::NoteClosed;
	}

	/**
	 * While the request that asks for the refund still runs, WooCommerce writes the refund, or takes it back if the
	 * answer was lost: two writers would disagree.
	 */
	private static function refunded( Payment $payment, OrderFacts $facts, int $now ): Verdict {
		return match ( true ) {
			Payment::REFUND_ASKED === $payment->refund && $now - $payment->refund_at < self::REQUEST_SECONDS => Verdict::Wait,
			'' !== $payment->refund || 'refunded' === $facts->status => Verdict::Refunded,
			self::can_do_without( $facts )                           => Verdict::NoteRefunded,
			default                                                  => Verdict::HoldRefunded,
		};
	}

	/**
	 * Whether the order stays as it is when the payment is refunded: the merchant has ended it, or something else has paid
	 * it. An order that the merchant has completed by hand, with our method, can have been paid by this payment.
	 */
	private static function can_do_without( OrderFacts $facts ): bool {
		return in_array( $facts->status, array( 'cancelled', 'failed' ), true )
			|| OrderFacts::PAID_BY_OURS === $facts->paid_by
			|| ( OrderFacts::PAID_OTHERWISE === $facts->paid_by && ! $facts->is_our_method );
	}

	/** Whether the order no longer depends on this payment. */
	private static function is_settled( OrderFacts $facts ): bool {
		return OrderFacts::UNPAID !== $facts->paid_by || in_array( $facts->status, self::DONE, true );
	}
}
