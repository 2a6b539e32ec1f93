<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * What a payment is made for. A customer who tries again under the same terms gets the open payment again.
 */
final class Terms {

	/**
	 * @param string $kind     One of Payment::KIND_*.
	 * @param string $mode     Settings::LIVE or Settings::TEST.
	 * @param string $price    What the order costs, in decimal digits.
	 * @param string $currency The price's currency.
	 * @param string $coin     "chain/currency"; empty if the customer chooses it at the gateway.
	 */
	public function __construct(
		public readonly string $kind,
		public readonly string $mode,
		public readonly string $price,
		public readonly string $currency,
		public readonly string $coin,
	) {}

	/** @param string $coin "chain/currency", or '' if the customer chooses it at the gateway. */
	public static function of( \WC_Order $order, string $mode, string $coin ): self {
		return new self(
			'' === $coin ? Payment::KIND_HOSTED : Payment::KIND_COIN,
			$mode,
			Orders::total( $order ),
			$order->get_currency( 'edit' ),
			$coin
		);
	}
}
