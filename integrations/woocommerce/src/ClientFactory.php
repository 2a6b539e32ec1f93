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

		return new Client( $this->credentials( $mode ), $options );
	}

	/** @throws \ValueError When a credential is not allowed. */
	public function callback( string $mode ): Callback {
		$token  = $this->settings->secret( $mode, 'callback_token' );
		$secret = $this->settings->secret( $mode, 'callback_secret' );

		return '' === $token || '' === $secret
			? Callback::forApiKey( $this->settings->secret( $mode, 'api_key' ) )
			: new Callback( $token, $secret );
	}

	private function credentials( string $mode ): Credentials {
		$token  = $this->settings->secret( $mode, 'api_token' );
		$secret = $this->settings->secret( $mode, 'api_secret' );

		return '' === $token || '' === $secret
			? Credentials::apiKey( $this->settings->secret( $mode, 'api_key' ) )
			: Credentials::signature( $token, $secret );
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
