<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

use Aurpay\Callback;
use Aurpay\Client;
use Aurpay\Credentials;

/**
 * Makes the extension's objects from the settings. They cost nothing: connections belong to the process.
 */
final class ClientFactory {

	/** Less than PHP's usual max_execution_time and than a customer's patience. */
	private const TIMEOUT_SECONDS = 20;

	public function __construct( private Settings $settings, private Log $log ) {}

	/**
	 * @param string $mode Settings::LIVE or Settings::TEST.
	 * @throws \ValueError|\TypeError When a setting is not allowed; the message names it.
	 */
	public function client( string $mode ): Client {
		return $this->client_with( $this->credentials( $mode ), $mode );
	}

	/**
	 * Clients with all credentials that the mode uses: callbacks can depend on an API key with which nothing is sent.
	 *
	 * @return list<Client>
	 * @throws \ValueError|\TypeError When a setting is not allowed; the message names it.
	 */
	public function clients_to_try( string $mode ): array {
		$clients = array( $this->client( $mode ) );
		$key     = $this->settings->secret( $mode, 'api_key' );
		if ( '' !== $key && $this->signs_requests( $mode ) && ! $this->settings->has_pair( $mode, 'callback_token', 'callback_secret' ) ) {
			$clients[] = $this->client_with( Credentials::apiKey( $key ), $mode );
		}

		return $clients;
	}

	private function client_with( Credentials $credentials, string $mode ): Client {
		$options = array(
			'timeout'    => self::TIMEOUT_SECONDS,
			'user_agent' => 'aurpay-native-gateway/' . Plugin::VERSION . ' WooCommerce/' . ( defined( 'WC_VERSION' ) ? WC_VERSION : '' ),
			'logger'     => $this->log,
		);
		if ( '' !== $this->settings->base_uri( $mode ) ) {
			$options['base_uri'] = $this->settings->base_uri( $mode );
		}
		if ( '' !== $this->settings->ca_file( $mode ) ) {
			$options['ca_file'] = $this->settings->ca_file( $mode );
		}
		$proxy = self::proxy( $options['base_uri'] ?? 'https://dashboard.aurpay.net' );
		if ( '' !== $proxy ) {
			$options['proxy'] = $proxy;
		}

		/**
		 * Filters the options of Aurpay\Client: for example ca_file where open_basedir forbids the system's own.
		 *
		 * @param array<string, mixed> $options As Aurpay\Client::__construct() takes them.
		 * @param string               $mode    "live" or "test".
		 */
		$options = apply_filters( 'aurpay_native_client_options', $options, $mode );
		/** @var array{base_uri?: string, timeout?: int, ca_file?: string, proxy?: string, user_agent?: string, logger?: object} $options */

		// Without an address, the client would call Aurpay itself, with coins that are real.
		if ( Settings::TEST === $mode && ! isset( $options['base_uri'] ) ) {
			throw new \ValueError( 'the test mode has no address of a sandbox' );
		}

		return new Client( $credentials, $options );
	}

	/** @throws \ValueError When a credential is not allowed. */
	public function callback( string $mode ): Callback {
		return $this->settings->has_pair( $mode, 'callback_token', 'callback_secret' )
			? new Callback( $this->settings->secret( $mode, 'callback_token' ), $this->settings->secret( $mode, 'callback_secret' ) )
			: Callback::forApiKey( $this->settings->secret( $mode, 'api_key' ) );
	}

	private function credentials( string $mode ): Credentials {
		return $this->signs_requests( $mode )
			? Credentials::signature( $this->settings->secret( $mode, 'api_token' ), $this->settings->secret( $mode, 'api_secret' ) )
			: Credentials::apiKey( $this->settings->secret( $mode, 'api_key' ) );
	}

	private function signs_requests( string $mode ): bool {
		return $this->settings->has_pair( $mode, 'api_token', 'api_secret' );
	}

	/** The proxy of wp-config.php (WP_PROXY_HOST and its siblings), as WordPress' own requests use it. */
	private static function proxy( string $base_uri ): string {
		$proxy = new \WP_HTTP_Proxy();
		if ( ! $proxy->is_enabled() || ! $proxy->send_through_proxy( $base_uri ) ) {
			return '';
		}
		$user = $proxy->use_authentication()
			? rawurlencode( (string) $proxy->username() ) . ':' . rawurlencode( (string) $proxy->password() ) . '@'
			: '';

		return 'http://' . $user . preg_replace( '~^https?://~i', '', (string) $proxy->host() ) . ':' . $proxy->port();
	}
}
