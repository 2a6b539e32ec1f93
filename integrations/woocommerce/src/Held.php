<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * A lock that this process has taken.
 */
final class Held {

	public function __construct( private \wpdb $database, private string $option, private string $holder ) {}

	/**
	 * Makes sure that the lock has not expired meanwhile. Call it before each step that must not happen twice.
	 *
	 * @throws LockLost When another process may have it.
	 */
	public function check(): void {
		if ( ! self::is_by( $this->database, $this->option, $this->holder ) ) {
			throw new LockLost( "The lock {$this->option} has expired" );
		}
	}

	/** Whether this holder has the lock, and it has not expired. */
	public static function is_by( \wpdb $database, string $option, string $holder ): bool {
		// phpcs:disable WordPress.DB.PreparedSQL -- It is prepared here; the sniff only knows $wpdb by its own name.
		$held = $database->get_var(
			(string) $database->prepare(
				'SELECT option_value FROM %i
				WHERE option_name = %s AND CAST(SUBSTRING_INDEX(option_value, \'.\', 1) AS UNSIGNED) > UNIX_TIMESTAMP()',
				$database->options,
				$option
			)
		);
		// phpcs:enable

		return is_string( $held ) && str_ends_with( $held, ".{$holder}" );
	}
}
