<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * The last callback that was verified, and the last one that was refused, for the settings and Site Health.
 */
final class CallbackHistory {

	private const VERIFIED = 'aurpay_native_callback_verified';
	private const REFUSED  = 'aurpay_native_callback_refused';

	/** Refused requests can come from anybody, and many: not each is written. */
	private const PAUSE_SECONDS = 10;

	public function __construct( private Clock $clock ) {}

	public function verified(): void {
		update_option( self::VERIFIED, array( 'at' => $this->clock->now() ), false );
	}

	public function refused( string $why ): void {
		$last = $this->last_refused();
		if ( null === $last || $last['why'] !== $why || $this->clock->now() - $last['at'] >= self::PAUSE_SECONDS ) {
			update_option(
				self::REFUSED,
				array(
					'at'  => $this->clock->now(),
					'why' => $why,
				),
				false
			);
		}
	}

	/** @return int Unix time; 0 for never. */
	public function last_verified(): int {
		$kept = get_option( self::VERIFIED );

		return is_array( $kept ) && is_int( $kept['at'] ?? null ) ? $kept['at'] : 0;
	}

	/** @return array{at: int, why: string}|null */
	public function last_refused(): ?array {
		$kept = get_option( self::REFUSED );

		return is_array( $kept ) && is_int( $kept['at'] ?? null ) && is_string( $kept['why'] ?? null )
			? array(
				'at'  => $kept['at'],
				'why' => $kept['why'],
			)
			: null;
	}
}
