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
		if ( Settings::TEST === $mode && '' === $this->settings->base_uri( $mode ) ) {
			$obstacles[] = __( 'The address of the sandbox is missing. The test mode calls nothing else.', 'aurpay-native-gateway' );
		}
		if ( ! $this->settings->has_credentials( $mode ) ) {
			$obstacles[] = Settings::LIVE === $mode
				? __( 'The credentials of the live mode are missing: enter the API key, or API token and API secret.', 'aurpay-native-gateway' )
				: __( 'The credentials of the test mode are missing: enter the API key, or API token and API secret.', 'aurpay-native-gateway' );
		} elseif ( ! $this->can_verify( $mode ) ) {
			$obstacles[] = __( 'Callbacks cannot be verified: enter the callback token and secret, or the API key.', 'aurpay-native-gateway' );
		}
		if ( ! CallbackUrl::is_possible() ) {
			$obstacles[] = __( 'The shop has no https address. Aurpay sends your API key with each callback, so it calls only https addresses.', 'aurpay-native-gateway' );
		}
		if ( array() === $obstacles && Payment::KIND_COIN === $this->settings->choice() && array() === $this->coins->offered() ) {
			$obstacles[] = __( 'No coin can be offered: there is no list of coins yet, or Aurpay has none of the chosen ones. Save the settings to ask for the list.', 'aurpay-native-gateway' );
		}

		return $obstacles;
	}

	/** @return list<string> Sentences about credentials that are not used. */
	public function half_pairs(): array {
		$mode  = $this->settings->mode();
		$found = array();
		if ( $this->is_half( $mode, 'api_token', 'api_secret' ) ) {
			$found[] = __( 'Only one of API token and API secret is entered: neither is used.', 'aurpay-native-gateway' );
		}
		if ( $this->is_half( $mode, 'callback_token', 'callback_secret' ) ) {
			$found[] = __( 'Only one of callback token and callback secret is entered: neither is used.', 'aurpay-native-gateway' );
		}

		return $found;
	}

	private function is_half( string $mode, string $token, string $other ): bool {
		return ( '' === $this->settings->secret( $mode, $token ) ) !== ( '' === $this->settings->secret( $mode, $other ) );
	}

	private function can_verify( string $mode ): bool {
		return '' !== $this->settings->secret( $mode, 'api_key' ) || $this->settings->has_pair( $mode, 'callback_token', 'callback_secret' );
	}
}
