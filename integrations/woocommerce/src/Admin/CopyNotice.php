<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

use Aurpay\WooCommerce\Site;

/**
 * Tells that this site is a copy of the shop, and lets the merchant say that it is the shop now. Nothing else can be
 * chosen: a copy that stays one needs no button.
 */
final class CopyNotice {

	public const CONFIRM = 'aurpay_native_confirm_site';

	public function __construct( private Site $site, private ActionForms $forms ) {}

	public function show(): void {
		if ( ! $this->site->is_copy() || ! current_user_can( 'manage_woocommerce' ) ) {
			return;
		}
		printf(
			'<div class="notice notice-warning" id="aurpay-native-copy"><p><strong>%s</strong> %s</p><p>',
			esc_html__( 'Aurpay: this site is a copy of the shop.', 'aurpay-native-gateway' ),
			esc_html__( 'Its address has changed since the settings of Aurpay were saved. Two sites with the same orders must not both refund and settle them, so here payments, refunds, reconciliation and callbacks are off. If the shop has moved to this address, confirm it. On a test site, leave it as it is.', 'aurpay-native-gateway' )
		);
		$this->forms->button( self::CONFIRM, __( 'This is the shop now', 'aurpay-native-gateway' ) );
		echo '</p></div>';
	}

	/** @return string What was done. */
	public function confirm(): string {
		$this->site->confirm();

		return __( 'This site is the shop now. Payments, refunds, reconciliation and callbacks are on.', 'aurpay-native-gateway' );
	}
}
