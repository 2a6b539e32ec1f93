<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * What a filter gets from other plugins: it can be anything.
 */
final class Filtered {

	/** @return array<mixed> An empty one in place of what is none: a function that forgot its return gives null. */
	public static function as_array( mixed $value ): array {
		return is_array( $value ) ? $value : array();
	}
}
