<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * A callback that the shop sends to itself, to learn whether callbacks can arrive. It has the form and the signature of
 * a real one, and names a payment that does not exist, so it can touch no order. One test can wait at a time, for a
 * minute, and it is answered once.
 */
final class CallbackProbe {

	/** What CallbackEndpoint kept: the test has arrived, and was signed as it should be. */
	public const VERIFIED = 'verified';

	private const OPTION  = 'aurpay_native_probe';
	private const SECONDS = 60;

	public function __construct( private Clock $clock ) {}

	/** @return string The callback URL of a new test. It has the form of every callback URL, for firewalls. */
	public function start( string $mode ): string {
		$token = bin2hex( random_bytes( 16 ) );
		$base  = CallbackUrl::base();
		$url   = $base . ( str_contains( $base, '?' ) ? '&' : '?' ) . http_build_query(
			array(
				'order'              => 0,
				'key'                => 'wc_order_' . substr( $token, 0, 13 ),
				CallbackUrl::PAYMENT => $token,
			)
		);
		update_option(
			self::OPTION,
			array(
				'token'   => $token,
				'url'     => $url,
				'mode'    => $mode,
				'until'   => $this->clock->now() + self::SECONDS,
				'outcome' => '',
			),
			false
		);

		return $url;
	}

	/** @return array{url: string, mode: string}|null The test with this token, if one is waiting. */
	public function waiting( string $token ): ?array {
		$kept = $this->kept();
		if ( null === $kept || '' !== $kept['outcome'] || $this->clock->now() >= $kept['until'] || ! hash_equals( $kept['token'], $token ) ) {
			return null;
		}

		return array(
			'url'  => $kept['url'],
			'mode' => $kept['mode'],
		);
	}

	/** Keeps what has arrived. From now on, the test no longer waits. */
	public function answered( string $outcome ): void {
		$kept = $this->kept();
		if ( null !== $kept ) {
			update_option( self::OPTION, array( 'outcome' => $outcome ) + $kept, false );
		}
	}

	/** @return string What has arrived; empty if nothing has. The test is over. */
	public function finish(): string {
		// Another process has written it.
		wp_cache_delete( self::OPTION, 'options' );
		$outcome = $this->kept()['outcome'] ?? '';
		delete_option( self::OPTION );

		return $outcome;
	}

	/** @return array{token: string, url: string, mode: string, until: int, outcome: string}|null */
	private function kept(): ?array {
		$kept = get_option( self::OPTION );
		if ( ! is_array( $kept ) ) {
			return null;
		}
		$text = static fn ( string $name ): string => is_string( $kept[ $name ] ?? null ) ? $kept[ $name ] : '';

		return '' === $text( 'token' ) ? null : array(
			'token'   => $text( 'token' ),
			'url'     => $text( 'url' ),
			'mode'    => $text( 'mode' ),
			'until'   => is_int( $kept['until'] ?? null ) ? $kept['until'] : 0,
			'outcome' => $text( 'outcome' ),
		);
	}
}
