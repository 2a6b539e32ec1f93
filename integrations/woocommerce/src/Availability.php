<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * Whether customers can pay with Aurpay, and if not, why. It never asks the gateway: pages stay as fast as before.
 */
final class Availability {

	public function __construct( private Settings $settings, private Coins $coins, private Site $site ) {}

	public function is_set_up(): bool {
		return array() === $this->obstacles();
	}

	public function is_available(): bool {
		return $this->is_set_up() && $this->coins->takes( $this->settings->mode(), get_woocommerce_currency() );
	}

	/** @return list<string> Sentences for the merchant; none if everything is there. */
	public function obstacles(): array {
		$mode      = $this->settings->mode();
		$obstacles = array();
		if ( $this->site->is_copy() ) {
			$obstacles[] = __( 'This site is a copy of the shop: its address has changed. Customers cannot pay here until you confirm that it is the shop now.', 'aurpay-native-gateway' );
		}
		if ( ! $this->settings->has_credentials( $mode ) ) {
			$obstacles[] = __( 'The credentials are missing.', 'aurpay-native-gateway' );
		}
		if ( ! $this->can_verify( $mode ) ) {
			$obstacles[] = __( 'Callbacks cannot be verified: enter the callback token and secret, or the API key.', 'aurpay-native-gateway' );
		}
		if ( ! CallbackUrl::is_possible() ) {
			$obstacles[] = __( 'The shop has no https address. Aurpay sends your API key with each callback, so it calls only https addresses.', 'aurpay-native-gateway' );
		}
		if ( Payment::KIND_COIN === $this->settings->choice() && array() === $this->coins->offered() ) {
			$obstacles[] = __( 'There is no list of coins yet, or no coin is chosen. Save the settings to ask Aurpay for it.', 'aurpay-native-gateway' );
		}

		return $obstacles;
	}

	private function can_verify( string $mode ): bool {
		return '' !== $this->settings->secret( $mode, 'api_key' )
			|| ( '' !== $this->settings->secret( $mode, 'callback_token' ) && '' !== $this->settings->secret( $mode, 'callback_secret' ) );
	}
}
