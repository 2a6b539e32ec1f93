<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

/**
 * A line of the status.
 */
final class StatusFact {

	/**
	 * @param string $name    English and fixed, for reports that are sent to others.
	 * @param string $label   For the merchant.
	 * @param string $text    Plain text.
	 * @param bool   $is_good Whether there is nothing to do.
	 */
	public function __construct(
		public readonly string $name,
		public readonly string $label,
		public readonly string $text,
		public readonly bool $is_good = true,
	) {}
}
