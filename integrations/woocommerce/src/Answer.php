<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * What the gateway says of a payment.
 */
final class Answer {

	/** Status SUCCESS, and price and currency as the shop's order has them. */
	public const MATCH = 'match';
	/** Paid, but with another price or currency. */
	public const OTHER_PRICE    = 'price';
	public const OTHER_CURRENCY = 'currency';
	/** Not paid, so nothing was compared. */
	public const NOT_PAID = '';

	/**
	 * @param string $gateway_id The payment.
	 * @param string $status     The gateway's status.
	 * @param string $match      One of the constants above.
	 * @param string $price      What was compared: the order's total when the gateway was asked.
	 * @param string $obtained   What has come.
	 * @param string $coin       "chain/currency".
	 * @param string $amount     The amount due in the coin.
	 * @param string $tx_hash    The transaction; empty if there is none.
	 * @param int    $asked_at   When the gateway was asked.
	 */
	public function __construct(
		public readonly string $gateway_id,
		public readonly string $status,
		public readonly string $match,
		public readonly string $price,
		public readonly string $obtained,
		public readonly string $coin,
		public readonly string $amount,
		public readonly string $tx_hash,
		public readonly int $asked_at,
	) {}

	/**
	 * @param string               $gateway_id What was asked about. The extension refuses an answer for another payment.
	 * @param array<string, mixed> $detail     As Aurpay\Order::detail() returns it.
	 * @param string               $match      One of the constants above.
	 * @param string               $price      What was compared.
	 * @param int                  $asked_at   When the gateway was asked.
	 */
	public static function from_detail( string $gateway_id, array $detail, string $match, string $price, int $asked_at ): self {
		$text   = static fn ( string $name ): string => is_string( $detail[ $name ] ?? null ) ? $detail[ $name ] : '';
		$amount = static fn ( string $name ): string => 1 === preg_match( '/^[0-9.]{1,128}$/D', $text( $name ) ) ? $text( $name ) : '';

		return new self(
			$gateway_id,
			self::fit( $text( 'status' ), 32 ),
			$match,
			$price,
			$amount( 'obtained' ),
			self::fit( $text( 'chain' ) . '/' . $text( 'currency' ), 64 ),
			$amount( 'amount' ),
			self::fit( $text( 'tx_hash' ), 255 ),
			$asked_at,
		);
	}

	/** Text that every database keeps. A paid payment must not be lost because of what is written beside it. */
	private static function fit( string $text, int $length ): string {
		return substr( (string) preg_replace( '/[^\x20-\x7e]/', '?', $text ), 0, $length );
	}
}
