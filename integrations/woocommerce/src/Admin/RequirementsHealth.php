<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

use Aurpay\WooCommerce\Filtered;
use Aurpay\WooCommerce\Requirements;

/**
 * The test of Site Health in a site where the plugin cannot run: without the extension, or without WooCommerce.
 */
final class RequirementsHealth {

	/**
	 * @param mixed $tests Those of others.
	 * @return array<mixed>
	 */
	public static function add( mixed $tests ): array {
		$tests  = Filtered::as_array( $tests );
		$direct = is_array( $tests['direct'] ?? null ) ? $tests['direct'] : array();

		$direct['aurpay_native_requirements'] = array(
			'label' => __( 'Aurpay', 'aurpay-native-gateway' ),
			'test'  => self::test( ... ),
		);

		return array( 'direct' => $direct ) + $tests;
	}

	/** @return array<string, mixed> */
	private static function test(): array {
		return array( 'actions' => '' ) + SiteHealth::result( 'requirements', 'critical', __( 'Aurpay Native Gateway does nothing yet', 'aurpay-native-gateway' ), implode( ' ', Requirements::missing() ) );
	}
}
