<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

/**
 * Removes what the plugin has left in the database. The orders with their meta and the table of payments stay: they are
 * the shop's books. Without them, nobody could say any more which transaction has paid an order, and a payment that
 * arrives later would lead nowhere. Who wants them gone drops the table aurpay_native_payments.
 */
final class Uninstaller {

	private const OPTIONS = array( 'aurpay\_native\_%', '\_transient\_aurpay\_native\_%', '\_transient\_timeout\_aurpay\_native\_%' );
	/** WooCommerce keeps these for the payment method and the e-mail. */
	private const WOOCOMMERCE_OPTIONS = array( 'woocommerce_aurpay_native_settings', 'woocommerce_aurpay_native_attention_settings' );

	public function __construct( private \wpdb $database ) {}

	/** On each site of a network. */
	public function run(): void {
		if ( ! is_multisite() ) {
			$this->run_on_site();

			return;
		}
		$sites = get_sites(
			array(
				'fields' => 'ids',
				'number' => 0,
			)
		);
		foreach ( $sites as $site ) {
			switch_to_blog( $site );
			$this->run_on_site();
			restore_current_blog();
		}
	}

	private function run_on_site(): void {
		foreach ( self::OPTIONS as $pattern ) {
			foreach ( $this->database->get_col( (string) $this->database->prepare( 'SELECT option_name FROM %i WHERE option_name LIKE %s', $this->database->options, $pattern ) ) as $name ) {
				delete_option( (string) $name );
			}
		}
		array_map( 'delete_option', self::WOOCOMMERCE_OPTIONS );
		$this->remove_jobs();
	}

	/** Without Action Scheduler's functions: WooCommerce may be off, or not used on this site. */
	private function remove_jobs(): void {
		$table = $this->database->prefix . 'actionscheduler_actions';
		if ( null !== $this->database->get_var( (string) $this->database->prepare( 'SHOW TABLES LIKE %s', $this->database->esc_like( $table ) ) ) ) {
			$this->database->query( (string) $this->database->prepare( 'DELETE FROM %i WHERE hook LIKE %s', $table, 'aurpay\_native\_%' ) );
		}
	}
}
