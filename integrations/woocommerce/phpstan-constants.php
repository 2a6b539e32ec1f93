<?php
/**
 * Constants that the stubs of WordPress leave out, for PHPStan. Nothing loads this file.
 *
 * @package Aurpay\WooCommerce
 */

define( 'ABSPATH', __DIR__ . '/' );
define( 'ARRAY_A', 'ARRAY_A' );
define( 'MINUTE_IN_SECONDS', 60 );
define( 'DAY_IN_SECONDS', 86400 );
define( 'WC_VERSION', '' );
define( 'WP_CLI', true );
