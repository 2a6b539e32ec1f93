<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * What is to become of an order. Each is carried out once per payment: its code is kept with the payment.
 */
enum Verdict: string {

	case Wait           = 'wait';
	case WaitForRest    = 'wait:partial';
	case Paid           = 'paid';
	case HoldPrice      = 'hold:price';
	case HoldCurrency   = 'hold:currency';
	case HoldSecond     = 'hold:second';
	case HoldLate       = 'hold:late';
	case HoldStock      = 'hold:stock';
	case HoldPartial    = 'hold:partial';
	case HoldResolved   = 'hold:resolved';
	case HoldRefunded   = 'hold:refunded';
	case NotePaidTwice  = 'note:paid_twice';
	case NotePaidClosed = 'note:paid_closed';
	case NotePartial    = 'note:partial';
	case NoteResolved   = 'note:resolved';
	case NoteRefunded   = 'note:refunded';
	case NoteClosed     = 'note:closed';
	case NoteUnknown    = 'note:unknown';
	case Fail           = 'fail';
	case Refunded       = 'refunded';

	/** Whether the order waits for the merchant's decision. */
	public function is_hold(): bool {
		return str_starts_with( $this->value, 'hold:' );
	}

	/** Whether nothing is written to the order. */
	public function is_silent(): bool {
		return self::Wait === $this;
	}

	/** Whether it stands as long as the gateway's status does: from here on, the merchant decides. */
	public function is_final(): bool {
		return self::Paid === $this || $this->needs_attention();
	}

	/** Whether money came that the shop cannot place by itself. */
	public function needs_attention(): bool {
		return $this->is_hold() || self::NotePaidTwice === $this || self::NotePaidClosed === $this;
	}
}
