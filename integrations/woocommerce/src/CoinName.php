<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * A coin and its network in words: the same coin is on many networks, and what is sent on the wrong one is lost.
 */
final class CoinName {

	private const LIGHTNING = 'BLN';

	/** Names of the gateway's chains. They are not translated. */
	private const CHAINS = array(
		'BTC'           => 'Bitcoin',
		self::LIGHTNING => 'Bitcoin Lightning',
		'ETH'           => 'Ethereum',
		'LTC'           => 'Litecoin',
		'BSC'           => 'BNB Smart Chain',
		'TRX'           => 'Tron',
	);

	/** @var string For example "USDT". */
	public readonly string $symbol;

	/** @var string For example "Tron (TRC20)". */
	public readonly string $network;

	public readonly bool $is_lightning;

	/** @param string $coin "chain/currency", as a payment keeps it. */
	public function __construct( string $coin ) {
		list( $chain, $currency ) = explode( '/', $coin, 2 ) + array( 1 => $coin );
		$parts                    = explode( '-', $currency, 2 );
		$name                     = self::CHAINS[ $chain ] ?? $chain;
		$this->symbol             = $parts[0];
		$this->is_lightning       = self::LIGHTNING === $chain;
		$this->network            = isset( $parts[1] ) && ! $this->is_lightning ? "{$name} ({$parts[1]})" : $name;
	}
}
