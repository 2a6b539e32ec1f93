<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

use Aurpay\WooCommerce\CallbackProbe;
use Aurpay\WooCommerce\CallbackUrl;
use Aurpay\WooCommerce\ClientFactory;
use Aurpay\WooCommerce\Log;
use Aurpay\WooCommerce\Plugin;
use Aurpay\WooCommerce\Settings;

/**
 * Sends the shop a signed test to its own public callback URL, as the gateway would send a callback.
 */
final class CallbackTester {

	public const ACTION = 'aurpay_native_test_callbacks';

	private const TIMEOUT_SECONDS = 15;

	/** What is looked at of an answer. */
	private const LARGEST_ANSWER = 65536;

	public function __construct( private CallbackProbe $probe, private ClientFactory $clients, private Settings $settings, private Log $log ) {}

	public function run(): ProbeDiagnosis {
		if ( ! CallbackUrl::is_possible() ) {
			// The test has the API key with it, like a callback.
			return ProbeDiagnosis::unusable( __( 'The shop has no https address. Aurpay sends your API key with each callback, so it calls only https addresses.', 'aurpay-native-gateway' ) );
		}
		$mode = $this->settings->mode();
		$url  = $this->probe->start( $mode );
		try {
			$headers = $this->clients->callback( $mode )->sign( $url );
		} catch ( \ValueError $unusable ) {
			$this->probe->finish();

			return ProbeDiagnosis::unusable( $unusable->getMessage() );
		}
		$answer = wp_remote_post(
			$url,
			array(
				'headers'             => $headers + array( 'Content-Type' => 'application/json' ),
				'body'                => '{"order_id":"callback-test","status":"PENDING"}',
				'timeout'             => self::TIMEOUT_SECONDS,
				// The gateway follows none.
				'redirection'         => 0,
				'sslverify'           => true,
				'limit_response_size' => self::LARGEST_ANSWER,
				'user-agent'          => 'aurpay-native-gateway/' . Plugin::VERSION . ' (callback test)',
			)
		);
		$arrived   = $this->probe->finish();
		$diagnosis = $answer instanceof \WP_Error
			? ProbeDiagnosis::of_failure( $answer->get_error_message(), $arrived )
			: ProbeDiagnosis::of_answer(
				(int) wp_remote_retrieve_response_code( $answer ),
				self::header( $answer, 'content-type' ),
				self::header( $answer, 'location' ),
				wp_remote_retrieve_body( $answer ),
				$arrived
			);
		if ( ! $diagnosis->is_good ) {
			$this->log->warning( "The test of callbacks failed: {$diagnosis->sentence}" );
		}

		return $diagnosis;
	}

	/** @param array<mixed> $answer Of the HTTP API. */
	private static function header( array $answer, string $name ): string {
		$value = wp_remote_retrieve_header( $answer, $name );

		$value = is_array( $value ) ? end( $value ) : $value;

		return is_string( $value ) ? $value : '';
	}
}
