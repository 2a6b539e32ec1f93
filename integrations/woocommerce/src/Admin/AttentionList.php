<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

use Aurpay\WooCommerce\Clock;
use Aurpay\WooCommerce\Lock;

/**
 * The orders whose payments the merchant has to look at. Callbacks and jobs write it at the same time, so each change
 * holds a lock and reads past the cache.
 */
final class AttentionList {

	private const OPTION = 'aurpay_native_attention';

	/** Older entries give way: the notes of the orders stay. */
	private const LARGEST = 50;

	private const LOCK_SECONDS     = 15;
	private const PATIENCE_SECONDS = 10.0;

	public function __construct( private Lock $lock, private Clock $clock ) {}

	/** @return array<string, array{order: int, verdict: string, at: int}> The newest first. */
	public function all(): array {
		$kept    = get_option( self::OPTION, array() );
		$entries = array();
		foreach ( is_array( $kept ) ? $kept : array() as $key => $entry ) {
			if ( is_array( $entry ) && is_int( $entry['order'] ?? null ) && is_string( $entry['verdict'] ?? null ) && is_int( $entry['at'] ?? null ) ) {
				$entries[ (string) $key ] = array(
					'order'   => $entry['order'],
					'verdict' => $entry['verdict'],
					'at'      => $entry['at'],
				);
			}
		}

		return $entries;
	}

	/** @throws \Aurpay\WooCommerce\LockBusy When another process changes the list for too long. */
	public function add( int $order_id, int $payment_id, string $verdict ): void {
		$entry = array(
			'order'   => $order_id,
			'verdict' => $verdict,
			'at'      => $this->clock->now(),
		);
		$this->change( static fn ( array $entries ): array => array_slice( array( "{$order_id}-{$payment_id}" => $entry ) + $entries, 0, self::LARGEST, true ) );
	}

	/** @throws \Aurpay\WooCommerce\LockBusy When another process changes the list for too long. */
	public function remove( string $key ): void {
		$this->change( static fn ( array $entries ): array => array_diff_key( $entries, array( $key => true ) ) );
	}

	/** @throws \Aurpay\WooCommerce\LockBusy When another process changes the list for too long. */
	public function remove_order( int $order_id ): void {
		$of_order = static fn ( array $entry ): bool => $order_id === $entry['order'];
		// Orders change all the time, and hardly any is in the list.
		if ( array() !== array_filter( $this->all(), $of_order ) ) {
			$this->change( static fn ( array $entries ): array => array_filter( $entries, static fn ( array $entry ): bool => ! $of_order( $entry ) ) );
		}
	}

	/** @param callable(array<string, array{order: int, verdict: string, at: int}>): array<string, array{order: int, verdict: string, at: int}> $change Gets the entries and returns those to keep. */
	private function change( callable $change ): void {
		$this->lock->hold(
			'attention',
			self::LOCK_SECONDS,
			self::PATIENCE_SECONDS,
			function () use ( $change ): void {
				wp_cache_delete( self::OPTION, 'options' );
				wp_cache_delete( 'notoptions', 'options' );
				update_option( self::OPTION, $change( $this->all() ), false );
			}
		);
	}
}
