<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * Locks that hold across processes and hosts: rows of the options table, past every cache. Each ends by itself, so a
 * process that was killed blocks nobody for long. The database's clock decides, as hosts can disagree.
 */
final class Lock {

	private const PREFIX = 'aurpay_native_lock_';

	public function __construct( private \wpdb $database ) {}

	/**
	 * Does something while no other process holds the lock of this name.
	 *
	 * @template T
	 * @param string            $name     What is locked.
	 * @param int               $seconds  The lock ends after this time, whatever happens.
	 * @param float             $patience Seconds to wait for another holder.
	 * @param callable(Held): T $work     What to do.
	 * @return T
	 * @throws LockBusy When another process still holds it then.
	 * @throws StoreFailure When the database refuses.
	 */
	public function hold( string $name, int $seconds, float $patience, callable $work ): mixed {
		$option   = self::PREFIX . $name;
		$holder   = bin2hex( random_bytes( 8 ) );
		$deadline = microtime( true ) + $patience;
		while ( ! $this->take( $option, $holder, $seconds ) ) {
			if ( microtime( true ) >= $deadline ) {
				if ( '' !== $this->database->last_error ) {
					throw new StoreFailure( "The lock {$name} cannot be written: {$this->database->last_error}" );
				}
				throw new LockBusy( "Another process works on {$name}" );
			}
			usleep( random_int( 20_000, 80_000 ) );
		}
		try {
			return $work( new Held( $this->database, $option, $holder ) );
		} finally {
			$this->database->query(
				(string) $this->database->prepare(
					'DELETE FROM %i WHERE option_name = %s AND option_value LIKE %s',
					$this->database->options,
					$option,
					'%.' . $this->database->esc_like( $holder )
				)
			);
		}
	}

	/** One statement takes a lock that nobody holds, or one that has expired. */
	private function take( string $option, string $holder, int $seconds ): bool {
		$written = $this->database->query(
			(string) $this->database->prepare(
				'INSERT INTO %i (option_name, option_value, autoload)
				VALUES (%s, CONCAT(UNIX_TIMESTAMP() + %d, \'.\', %s), \'off\')
				ON DUPLICATE KEY UPDATE option_value =
					IF(CAST(SUBSTRING_INDEX(option_value, \'.\', 1) AS UNSIGNED) <= UNIX_TIMESTAMP(), VALUES(option_value), option_value)',
				$this->database->options,
				$option,
				$seconds,
				$holder
			)
		);

		return false !== $written && Held::is_by( $this->database, $option, $holder );
	}
}
