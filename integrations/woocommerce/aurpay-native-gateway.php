<?php
/**
 * Plugin Name:          Aurpay Native Gateway for WooCommerce
 * Description:          Be paid in crypto through Aurpay. Payments are signed, confirmed and counted exactly by the PHP extension aurpay.
 * Version:              1.0.0
 * Requires at least:    6.5
 * Requires PHP:         8.2
 * Requires Plugins:     woocommerce
 * WC requires at least: 9.0
 * WC tested up to:      11.0
 * License:              GPL-2.0-or-later
 * License URI:          https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:          aurpay-native-gateway
 * Domain Path:          /languages
 *
 * @package Aurpay\WooCommerce
 */

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

defined( 'ABSPATH' ) || exit;

spl_autoload_register(
	static function ( string $name ): void {
		if ( str_starts_with( $name, __NAMESPACE__ . '\\' ) ) {
			$file = __DIR__ . '/src/' . str_replace( '\\', '/', substr( $name, strlen( __NAMESPACE__ ) + 1 ) ) . '.php';
			if ( is_file( $file ) ) {
				require $file;
			}
		}
	}
);

Plugin::start( __FILE__ );
