<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

use Aurpay\WooCommerce\PaymentStore;

/**
 * The customer's payments, for WordPress' export of personal data.
 */
final class PrivacyExporter {

	public function __construct( private PaymentStore $store, private PaymentRows $rows ) {}

	/**
	 * @param array<mixed> $exporters Those of others.
	 * @return array<mixed>
	 */
	public function add( array $exporters ): array {
		$exporters['aurpay-native-gateway'] = array(
			'exporter_friendly_name' => __( 'Aurpay payments', 'aurpay-native-gateway' ),
			'callback'               => $this->export( ... ),
		);

		return $exporters;
	}

	/** @return array{data: list<array<string, mixed>>, done: bool} */
	private function export( string $email, int $page ): array {
		$orders = PrivacyOrders::of( $email, $page );
		$data   = array();
		foreach ( $orders as $order ) {
			foreach ( $this->store->of_order( $order->get_id() ) as $payment ) {
				$rows = array();
				foreach ( array( __( 'Order', 'aurpay-native-gateway' ) => (string) $order->get_order_number() ) + $this->rows->of( $payment ) as $name => $value ) {
					$rows[] = array(
						'name'  => $name,
						'value' => $value,
					);
				}
				$data[] = array(
					'group_id'    => 'aurpay_native_payments',
					'group_label' => __( 'Crypto payments', 'aurpay-native-gateway' ),
					'item_id'     => "aurpay-native-payment-{$payment->id}",
					'data'        => $rows,
				);
			}
		}

		return array(
			'data' => $data,
			'done' => count( $orders ) < PrivacyOrders::AT_ONCE,
		);
	}
}
