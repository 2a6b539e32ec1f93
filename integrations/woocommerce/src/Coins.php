<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * The coins and currencies of the gateway, as they were when it was last asked: pages never ask it. They are asked for
 * when the settings are saved, and once a day.
 */
final class Coins {

	private const OPTION = 'aurpay_native_catalogue';

	public function __construct( private Settings $settings, private Gateway $gateway, private Clock $clock ) {}

	/**
	 * What the shop offers.
	 *
	 * @return array<string, string> "chain/currency" => a name for customers.
	 */
	public function offered(): array {
		$known  = $this->known( $this->settings->mode() );
		$chosen = $this->settings->coins();

		return array() === $chosen ? $known : array_intersect_key( $known, array_flip( $chosen ) );
	}

	/**
	 * What the gateway can be paid with.
	 *
	 * @return array<string, string> "chain/currency" => a name for customers.
	 */
	public function known( string $mode ): array {
		$coins = array();
		foreach ( $this->catalogue( $mode )['coins'] as $coin ) {
			if ( is_string( $coin ) && str_contains( $coin, '/' ) ) {
				list( $chain, $currency ) = explode( '/', $coin, 2 );
				$coins[ $coin ]           = self::name( $chain, $currency );
			}
		}

		return $coins;
	}

	/** Whether the gateway takes prices in this currency. Without a list nothing is ruled out. */
	public function takes( string $mode, string $currency ): bool {
		$currencies = $this->catalogue( $mode )['currencies'];

		return array() === $currencies || in_array( $currency, $currencies, true );
	}

	/**
	 * Asks the gateway.
	 *
	 * @throws \Aurpay\AurpayException When it does not answer; what was known is kept.
	 */
	public function refresh( string $mode ): void {
		$coins = array();
		foreach ( $this->gateway->coins( $mode ) as $coin ) {
			if ( $coin['status'] ) {
				$coins[] = $coin['chain'] . '/' . $coin['currency'];
			}
		}
		$all          = get_option( self::OPTION, array() );
		$all          = is_array( $all ) ? $all : array();
		$all[ $mode ] = array(
			'coins'      => $coins,
			'currencies' => $this->gateway->currencies( $mode ),
			'asked_at'   => $this->clock->now(),
		);
		update_option( self::OPTION, $all, false );
	}

	/** @return array{coins: array<mixed>, currencies: array<mixed>} */
	private function catalogue( string $mode ): array {
		$all  = get_option( self::OPTION, array() );
		$mine = is_array( $all ) && is_array( $all[ $mode ] ?? null ) ? $all[ $mode ] : array();

		return array(
			'coins'      => is_array( $mine['coins'] ?? null ) ? $mine['coins'] : array(),
			'currencies' => is_array( $mine['currencies'] ?? null ) ? $mine['currencies'] : array(),
		);
	}

	/** "USDT-ERC20" on chain "ETH" is "USDT (ERC20)"; "BTC" on "BTC" is "BTC". */
	private static function name( string $chain, string $currency ): string {
		if ( str_contains( $currency, '-' ) ) {
			list( $coin, $network ) = explode( '-', $currency, 2 );

			return "{$coin} ({$network})";
		}

		return $chain === $currency ? $currency : "{$currency} ({$chain})";
	}
}
