<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

/**
 * The section of WooCommerce's System Status.
 */
final class SystemStatus {

	public function __construct( private StatusFacts $facts ) {}

	public function show(): void {
		echo '<table class="wc_status_table widefat" id="aurpay-native-status"><thead><tr><th colspan="3" data-export-label="Aurpay"><h2>Aurpay</h2></th></tr></thead><tbody>';
		foreach ( $this->facts->all() as $fact ) {
			printf(
				'<tr><td data-export-label="%s">%s:</td><td class="help"></td><td><mark class="%s">%s</mark></td></tr>',
				esc_attr( $fact->name ),
				esc_html( $fact->label ),
				esc_attr( $fact->is_good ? 'no' : 'error' ),
				esc_html( $fact->text )
			);
		}
		echo '</tbody></table>';
	}
}
