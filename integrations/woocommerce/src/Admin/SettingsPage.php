<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

use Aurpay\WooCommerce\Availability;
use Aurpay\WooCommerce\Coins;
use Aurpay\WooCommerce\PaymentMethod;
use Aurpay\WooCommerce\Settings;

/**
 * What the page of settings shows besides the settings.
 */
final class SettingsPage {

	public function __construct(
		private Settings $settings,
		private Availability $availability,
		private Coins $coins,
		private StatusFacts $facts,
		private Moving $moving,
	) {}

	/** The link in the list of plugins. */
	public static function link(): string {
		return sprintf(
			'<a href="%s">%s</a>',
			esc_url( admin_url( 'admin.php?page=wc-settings&tab=checkout&section=' . PaymentMethod::ID ) ),
			esc_html__( 'Settings', 'aurpay-native-gateway' )
		);
	}

	/** What keeps customers from paying. */
	public function show_above(): void {
		if ( ! self::is_shown() ) {
			return;
		}
		foreach ( $this->obstacles() as $sentence ) {
			printf( '<div class="notice notice-warning inline aurpay-native-obstacle"><p>%s</p></div>', esc_html( $sentence ) );
		}
		$constants = $this->constants();
		if ( array() !== $constants ) {
			printf(
				'<div class="notice notice-info inline aurpay-native-constants"><p>%s</p></div>',
				/* translators: %s: names of constants */
				esc_html( sprintf( __( 'These credentials are set in wp-config.php, and what is typed here is not used for them: %s', 'aurpay-native-gateway' ), implode( ', ', $constants ) ) )
			);
		}
	}

	public function show_below(): void {
		if ( ! self::is_shown() ) {
			return;
		}
		printf( '<h3>%s</h3>', esc_html__( 'Callbacks and state', 'aurpay-native-gateway' ) );
		CallbackTestRequest::show_button();
		echo '<table class="widefat striped" id="aurpay-native-facts" style="max-width: 60em"><tbody>';
		foreach ( $this->facts->all() as $fact ) {
			printf(
				'<tr><th scope="row" style="width: 16em">%s</th><td>%s %s</td></tr>',
				esc_html( $fact->label ),
				esc_html( $fact->is_good ? '' : '⚠' ),
				esc_html( $fact->text )
			);
		}
		echo '</tbody></table>';
		$this->moving->show();
	}

	/** @return list<string> */
	private function obstacles(): array {
		$sentences = $this->availability->obstacles();
		$currency  = get_woocommerce_currency();
		if ( ! $this->coins->takes( $this->settings->mode(), $currency ) ) {
			/* translators: %s: currency, for example USD */
			$sentences[] = sprintf( __( 'Aurpay does not take prices in %s, the currency of this shop. Customers cannot choose it.', 'aurpay-native-gateway' ), $currency );
		}
		$sentences = array( ...$sentences, ...$this->availability->half_pairs() );
		if ( ! $this->settings->is_enabled() ) {
			$sentences[] = __( 'Aurpay is not enabled: customers cannot choose it.', 'aurpay-native-gateway' );
		} elseif ( Settings::TEST === $this->settings->mode() && $this->availability->is_available() ) {
			$sentences[] = __( 'Test mode is on: customers can choose Aurpay, and their orders are paid without real coins.', 'aurpay-native-gateway' );
		}

		return $sentences;
	}

	/** @return list<string> Names of the constants with credentials. */
	private function constants(): array {
		$names = array();
		foreach ( array( Settings::LIVE, Settings::TEST ) as $mode ) {
			foreach ( Settings::SECRETS as $secret ) {
				if ( $this->settings->is_constant( "{$mode}_{$secret}" ) ) {
					$names[] = 'AURPAY_NATIVE_' . strtoupper( "{$mode}_{$secret}" );
				}
			}
		}

		return $names;
	}

	private static function is_shown(): bool {
		// phpcs:ignore WordPress.Security.NonceVerification -- It only chooses what is shown.
		return isset( $_GET['section'] ) && PaymentMethod::ID === $_GET['section'];
	}
}
