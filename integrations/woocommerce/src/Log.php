<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * The log of this plugin in WooCommerce / Status / Logs. Nothing that it does can disturb a payment: it never throws.
 * Client takes it as its logger, too (PSR-3's log()).
 */
final class Log {

	public const SOURCE = 'aurpay-native-gateway';

	public function __construct( private Settings $settings ) {}

	/**
	 * @param mixed                   $level   PSR-3's level.
	 * @param string|\Stringable      $message A sentence.
	 * @param array<array-key, mixed> $context What belongs to it: never a secret.
	 */
	public function log( mixed $level, string|\Stringable $message, array $context = array() ): void {
		try {
			$level = is_string( $level ) ? $level : 'info';
			if ( in_array( $level, array( 'debug', 'info' ), true ) && ! $this->settings->logs_calls() ) {
				return;
			}
			wc_get_logger()->log( $level, (string) $message, array( 'source' => self::SOURCE ) + $context );
		} catch ( \Throwable $failure ) { // phpcs:ignore Generic.CodeAnalysis.EmptyStatement.DetectedCatch -- See above.
			unset( $failure );
		}
	}

	/** @param array<array-key, mixed> $context What belongs to it: never a secret. */
	public function info( string $message, array $context = array() ): void {
		$this->log( 'info', $message, $context );
	}

	/** @param array<array-key, mixed> $context What belongs to it: never a secret. */
	public function warning( string $message, array $context = array() ): void {
		$this->log( 'warning', $message, $context );
	}

	/** Keeps a failure with what Aurpay's support can find it by. */
	public function failure( string $what, \Throwable $failure ): void {
		$context = array();
		if ( $failure instanceof \Aurpay\AurpayException ) {
			$context = array(
				'http_status' => $failure->httpStatus, // phpcs:ignore WordPress.NamingConventions.ValidVariableName -- The extension's.
				'trace_id'    => $failure->traceId, // phpcs:ignore WordPress.NamingConventions.ValidVariableName -- The extension's.
			);
		}
		$this->log( 'error', "{$what}: {$failure->getMessage()}", array( 'exception' => $failure::class ) + $context );
	}
}
