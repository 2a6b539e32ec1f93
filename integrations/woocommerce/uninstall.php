<?php
/**
 * WordPress calls this when the plugin is deleted.
 *
 * @package Aurpay\WooCommerce
 */

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

require_once __DIR__ . '/src/Admin/Uninstaller.php';

( static function (): void {
	global $wpdb;
	assert( $wpdb instanceof \wpdb );
	( new Admin\Uninstaller( $wpdb ) )->run();
} )();
