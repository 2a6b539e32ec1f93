<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * The merchant's settings, typed. They are in WooCommerce's own option of the payment method, which is not autoloaded.
 *
 * Credentials can stand in wp-config.php instead: AURPAY_NATIVE_LIVE_API_KEY and so on, with the field's name in capital
 * letters. What stands there wins.
 */
final class Settings {

	public const OPTION = 'woocommerce_aurpay_native_settings';

	public const LIVE = 'live';
	public const TEST = 'test';

	/** The fields that are never printed. Each mode has its own. */
	public const SECRETS = array( 'api_key', 'api_token', 'api_secret', 'callback_token', 'callback_secret' );

	public const DEFAULTS = array(
		'enabled'        => 'no',
		'mode'           => self::TEST,
		'title'          => '',
		'description'    => '',
		'choice'         => Payment::KIND_COIN,
		'coins'          => array(),
		'partial_window' => '60',
		'late_window'    => '60',
		'log'            => 'yes',
		'test_base_uri'  => '',
		'test_ca_file'   => '',
	);

	/** @return Settings::LIVE|Settings::TEST */
	public function mode(): string {
		return self::LIVE === $this->text( 'mode' ) ? self::LIVE : self::TEST;
	}

	public function is_enabled(): bool {
		return 'yes' === $this->text( 'enabled' );
	}

	/** The payment method's name at the checkout. */
	public function title(): string {
		$title = $this->text( 'title' );

		return '' === $title ? __( 'Crypto', 'aurpay-native-gateway' ) : $title;
	}

	/** The sentence below its name. */
	public function description(): string {
		$description = $this->text( 'description' );

		return '' === $description ? __( 'Pay with Bitcoin, USDT and other coins.', 'aurpay-native-gateway' ) : $description;
	}

	/** @return Payment::KIND_* Where the customer chooses the coin. */
	public function choice(): string {
		return Payment::KIND_HOSTED === $this->text( 'choice' ) ? Payment::KIND_HOSTED : Payment::KIND_COIN;
	}

	/** @return list<string> "chain/currency" of the coins that the merchant offers; empty for all. */
	public function coins(): array {
		$coins = $this->all()['coins'] ?? array();

		return is_array( $coins ) ? array_values( array_filter( $coins, 'is_string' ) ) : array();
	}

	public function logs_calls(): bool {
		return 'yes' === $this->text( 'log' );
	}

	/** Seconds for which an underpaid order waits for the rest. */
	public function partial_window(): int {
		return 60 * $this->minutes( 'partial_window' );
	}

	/** Seconds for which an unpaid order waits for a late payment. */
	public function late_window(): int {
		return 60 * $this->minutes( 'late_window' );
	}

	/** A credential of a mode, or an empty string. */
	public function secret( string $mode, string $name ): string {
		$field    = "{$mode}_{$name}";
		$constant = 'AURPAY_NATIVE_' . strtoupper( $field );
		if ( defined( $constant ) ) {
			$value = constant( $constant );

			return is_string( $value ) ? $value : '';
		}

		return $this->text( $field );
	}

	/**
	 * @param array<mixed> $all Settings.
	 * @return array<mixed>
	 */
	public static function without_secrets( #[\SensitiveParameter] array $all ): array {
		return array_diff_key( $all, array_flip( self::secret_fields() ) );
	}

	/**
	 * Who writes the settings from the object of the payment method does not have the secrets: they stay as they are. An
	 * empty one is removed.
	 *
	 * @param mixed $settings What is to be written.
	 * @param mixed $known    What is there.
	 */
	public static function keep_secrets( #[\SensitiveParameter] mixed $settings, #[\SensitiveParameter] mixed $known ): mixed {
		return is_array( $settings ) && is_array( $known )
			? $settings + array_intersect_key( $known, array_flip( self::secret_fields() ) )
			: $settings;
	}

	/** @return list<string> The names of the fields. */
	private static function secret_fields(): array {
		$fields = array();
		foreach ( array( self::LIVE, self::TEST ) as $mode ) {
			foreach ( self::SECRETS as $name ) {
				$fields[] = "{$mode}_{$name}";
			}
		}

		return $fields;
	}

	/** Whether a credential stands in wp-config.php. */
	public function is_constant( string $field ): bool {
		return defined( 'AURPAY_NATIVE_' . strtoupper( $field ) );
	}

	/** Whether the gateway can be called in this mode. */
	public function has_credentials( string $mode ): bool {
		return '' !== $this->secret( $mode, 'api_key' ) || $this->has_pair( $mode, 'api_token', 'api_secret' );
	}

	/** Whether a token and its secret are both there: one alone is not used. */
	public function has_pair( string $mode, string $token, string $other ): bool {
		return '' !== $this->secret( $mode, $token ) && '' !== $this->secret( $mode, $other );
	}

	/** The gateway's address in a mode; empty for Aurpay's own, or if the test mode has none. */
	public function base_uri( string $mode ): string {
		return self::TEST === $mode ? $this->text( 'test_base_uri' ) : '';
	}

	/** The CA that the test gateway's certificate is from; empty for the usual ones. */
	public function ca_file( string $mode ): string {
		return self::TEST === $mode ? $this->text( 'test_ca_file' ) : '';
	}

	public function text( string $name ): string {
		$value = $this->all()[ $name ] ?? self::DEFAULTS[ $name ] ?? '';

		return is_string( $value ) ? $value : '';
	}

	private function minutes( string $name ): int {
		$text = $this->text( $name );

		return 1 === preg_match( '/^[0-9]{1,6}$/D', $text ) ? (int) $text : (int) self::DEFAULTS[ $name ];
	}

	/** @return array<mixed> */
	private function all(): array {
		$all = get_option( self::OPTION, array() );

		return is_array( $all ) ? $all : array();
	}
}
