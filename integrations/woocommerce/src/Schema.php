<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * The table of payments. Each site of a network has its own. It stays when the plugin is removed, like the orders.
 */
final class Schema {

	private const VERSION = '1';
	private const OPTION  = 'aurpay_native_schema';

	public static function table( \wpdb $database ): string {
		return $database->prefix . 'aurpay_native_payments';
	}

	/** Makes the table if this site has none of this version yet. The option is autoloaded: this costs no query. */
	public static function ensure( \wpdb $database ): void {
		if ( get_option( self::OPTION ) !== self::VERSION ) {
			self::make( $database );
		}
	}

	/** Makes the table again if it was lost: a move or a restored backup can leave it behind. It costs a query. */
	public static function repair( \wpdb $database ): void {
		if ( ! self::is_there( $database ) ) {
			self::make( $database );
		}
	}

	private static function make( \wpdb $database ): void {
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		dbDelta( self::definition( $database ) );
		if ( self::is_there( $database ) ) {
			update_option( self::OPTION, self::VERSION, true );
		}
	}

	private static function is_there( \wpdb $database ): bool {
		// phpcs:ignore WordPress.DB.PreparedSQL -- It is prepared here; the sniff only knows $wpdb by its own name.
		return $database->get_var( $database->prepare( 'SHOW TABLES LIKE %s', $database->esc_like( self::table( $database ) ) ) ) !== null;
	}

	/**
	 * The gateway's id is unique: one payment can never pay two orders. It is compared byte by byte. Test payments have
	 * ids of their own.
	 */
	private static function definition( \wpdb $database ): string {
		$table   = self::table( $database );
		$collate = $database->get_charset_collate();

		return "CREATE TABLE {$table} (
			id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			token char(32) NOT NULL,
			order_id bigint(20) unsigned NOT NULL,
			kind varchar(8) NOT NULL,
			mode varchar(4) NOT NULL,
			state varchar(16) NOT NULL,
			gateway_id varchar(64) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL,
			status varchar(32) NOT NULL DEFAULT '',
			price varchar(64) NOT NULL,
			currency varchar(16) NOT NULL,
			coin varchar(64) NOT NULL DEFAULT '',
			amount varchar(128) NOT NULL DEFAULT '',
			address text NOT NULL,
			pay_url text NOT NULL,
			callback_url text NOT NULL,
			obtained varchar(128) NOT NULL DEFAULT '',
			tx_hash varchar(255) NOT NULL DEFAULT '',
			verdict varchar(32) NOT NULL DEFAULT '',
			found_by varchar(16) NOT NULL DEFAULT '',
			refund varchar(16) NOT NULL DEFAULT '',
			refund_at bigint(20) NOT NULL DEFAULT 0,
			created_at bigint(20) NOT NULL,
			closed_at bigint(20) NOT NULL DEFAULT 0,
			asked_at bigint(20) NOT NULL DEFAULT 0,
			next_ask_at bigint(20) NOT NULL DEFAULT 0,
			erased_at bigint(20) NOT NULL DEFAULT 0,
			PRIMARY KEY  (id),
			UNIQUE KEY gateway_id (mode,gateway_id),
			KEY token (token),
			KEY order_id (order_id),
			KEY next_ask_at (next_ask_at)
		) {$collate};";
	}
}
