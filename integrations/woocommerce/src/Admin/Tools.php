<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

use Aurpay\WooCommerce\PaymentStore;
use Aurpay\WooCommerce\Reconciler;
use Aurpay\WooCommerce\Site;
use Aurpay\WooCommerce\StoreFailure;

/**
 * The tools in WooCommerce, Status, Tools.
 */
final class Tools {

	public function __construct( private Reconciler $reconciler, private Site $site, private PaymentStore $store ) {}

	/** @return array<string, array<string, mixed>> As the filter woocommerce_debug_tools takes them. */
	public function all(): array {
		return array(
			'aurpay_native_reconcile' => array(
				'name'     => __( 'Aurpay: reconcile now', 'aurpay-native-gateway' ),
				'button'   => __( 'Reconcile', 'aurpay-native-gateway' ),
				'desc'     => __( 'Asks Aurpay now about all payments that are due. It is done every few minutes in any case, and doing it twice changes nothing.', 'aurpay-native-gateway' ),
				'callback' => $this->reconcile( ... ),
			),
		);
	}

	/** @return string What was done. */
	private function reconcile(): string {
		if ( $this->site->is_copy() ) {
			return __( 'Nothing was asked: this site is a copy of the shop.', 'aurpay-native-gateway' );
		}
		$told = $this->reconciler->run();
		try {
			/* translators: 1: number of payments, 2: number of payments */
			return sprintf( __( 'Aurpay has told of %1$d payments. %2$d are still to be asked about.', 'aurpay-native-gateway' ), $told, $this->store->waiting()['due'] );
		} catch ( StoreFailure $failure ) {
			return $failure->getMessage();
		}
	}
}
