<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * The time. Tests set it forward.
 */
final class Clock {

	/** @param \Closure(): int|null $source Unix time; null for the machine's. */
	public function __construct( private ?\Closure $source = null ) {}

	/** Seconds since 1970, UTC. */
	public function now(): int {
		return null === $this->source ? time() : ( $this->source )();
	}
}
