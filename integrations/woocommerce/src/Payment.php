<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * One payment of an order: a row of PaymentStore. An order can have many.
 *
 * Times are Unix timestamps; 0 means never. Amounts are strings of decimal digits, never floats.
 */
final class Payment {

	/** The customer chose the coin in the shop. The gateway has told its id. */
	public const KIND_COIN = 'coin';
	/** The customer chooses the coin on the gateway's page. Only a callback tells the gateway's id. */
	public const KIND_HOSTED = 'hosted';

	/** Committed before the gateway is asked to create the payment. */
	public const STATE_CREATING = 'creating';
	public const STATE_OPEN     = 'open';
	/** The gateway refused to create it, or was not reached. */
	public const STATE_REFUSED = 'refused';
	/** Whether the gateway has created it is not known. Nobody has seen its address, so nobody pays it. */
	public const STATE_UNKNOWN = 'unknown';

	/** So long, the customer may take to choose a coin on the gateway's page and to pay. */
	private const HOSTED_SECONDS = 7200;

	/** Committed before the gateway is asked to refund. From then on it is only asked about, never repeated. */
	public const REFUND_ASKED = 'asked';
	/** The answer was lost: the coins may be gone. */
	public const REFUND_UNKNOWN = 'unknown';
	public const REFUND_DONE    = 'refunded';

	public const FOUND_BY_CALLBACK  = 'callback';
	public const FOUND_BY_RECONCILE = 'reconcile';

	/**
	 * @param int    $id           The row's number.
	 * @param string $token        32 hexadecimal digits that name the payment in its callback URL.
	 * @param int    $order_id     The shop's order.
	 * @param string $kind         One of KIND_*.
	 * @param string $mode         Settings::LIVE or Settings::TEST.
	 * @param string $state        One of STATE_*.
	 * @param string $gateway_id   The gateway's id; empty while it is not known.
	 * @param string $status       One of GatewayStatus, or what else the gateway says; empty until it was asked.
	 * @param string $price        What the order cost when the payment was created.
	 * @param string $currency     The price's currency.
	 * @param string $coin         "chain/currency"; empty if the customer chooses it at the gateway.
	 * @param string $amount       The amount in the coin.
	 * @param string $address      Where to send it.
	 * @param string $pay_url      The gateway's page for the customer. It is a secret of that customer.
	 * @param string $callback_url The exact URL that the gateway was given: it is what callbacks sign.
	 * @param string $obtained     What has come, as the gateway says.
	 * @param string $tx_hash      The transaction.
	 * @param string $verdict      Code of the last Verdict that was carried out; empty if none was.
	 * @param string $found_by     One of FOUND_BY_*: how the shop learned that it is paid.
	 * @param string $refund       One of REFUND_*; empty if none was asked for.
	 * @param int    $refund_at    When the refund was asked for.
	 * @param int    $created_at   When the row was made.
	 * @param int    $closed_at    When the shop first learned that it is closed (GatewayStatus::CLOSED).
	 * @param int    $asked_at     When the gateway was last asked.
	 * @param int    $next_ask_at  When reconciliation asks again; 0 for never.
	 * @param int    $erased_at    When what points to the customer was erased, because the order was anonymised.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $token,
		public readonly int $order_id,
		public readonly string $kind,
		public readonly string $mode,
		public readonly string $state,
		public readonly string $gateway_id,
		public readonly string $status,
		public readonly string $price,
		public readonly string $currency,
		public readonly string $coin,
		public readonly string $amount,
		public readonly string $address,
		public readonly string $pay_url,
		public readonly string $callback_url,
		public readonly string $obtained,
		public readonly string $tx_hash,
		public readonly string $verdict,
		public readonly string $found_by,
		public readonly string $refund,
		public readonly int $refund_at,
		public readonly int $created_at,
		public readonly int $closed_at,
		public readonly int $asked_at,
		public readonly int $next_ask_at,
		public readonly int $erased_at = 0,
	) {}

	/**
	 * Whether a customer can still be expected to pay it. One of which the gateway's id never came is given up.
	 */
	public function is_open( int $now ): bool {
		return self::STATE_OPEN === $this->state
			&& GatewayStatus::is_open( $this->status )
			&& ( '' !== $this->gateway_id || $now - $this->created_at < self::HOSTED_SECONDS );
	}

	/** Whether anything has come. */
	public function has_money(): bool {
		return 1 === preg_match( '/[1-9]/', $this->obtained );
	}

	/** Whether a refund was asked for, and what became of it is not known. */
	public function refund_is_in_doubt(): bool {
		return in_array( $this->refund, array( self::REFUND_ASKED, self::REFUND_UNKNOWN ), true );
	}

	/** Whether it was made under these terms. The coin of a hosted payment is the customer's choice. */
	public function has( Terms $terms ): bool {
		return array( $terms->kind, $terms->mode, $terms->price, $terms->currency ) === array( $this->kind, $this->mode, $this->price, $this->currency )
			&& ( self::KIND_HOSTED === $this->kind || $terms->coin === $this->coin );
	}

	/** The coin's name without its chain. */
	public function coin_name(): string {
		$parts = explode( '/', $this->coin, 2 );

		return $parts[1] ?? $parts[0];
	}
}
