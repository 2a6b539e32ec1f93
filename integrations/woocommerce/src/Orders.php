<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

use Automattic\WooCommerce\Caches\OrderCache;

/**
 * Reads the shop's orders.
 */
final class Orders {

	public function __construct( private PaymentStore $store, private Clock $clock ) {}

	/** An order as the database has it now, past every cache. Null if there is none, or it is no order (a refund). */
	public function fresh( int $order_id ): ?\WC_Order {
		clean_post_cache( $order_id );
		wp_cache_delete( "order-items-{$order_id}", 'orders' );
		// Only the data store of HPOS has it; the other one keeps its data with the post.
		$data = \WC_Data_Store::load( 'order' );
		if ( is_callable( array( $data, 'clear_cached_data' ) ) ) {
			$data->clear_cached_data( array( $order_id ) );
		}
		wc_get_container()->get( OrderCache::class )->remove( $order_id );
		$order = wc_get_order( $order_id );

		return $order instanceof \WC_Order ? $order : null;
	}

	/** What an order costs, as text: no filter and no float comes between. */
	public static function total( \WC_Order $order ): string {
		return (string) $order->get_total( 'edit' );
	}

	/** Whether two amounts are the same: "25" and "25.00" are. */
	public static function is_same_amount( string $one, string $other ): bool {
		return wc_format_decimal( $one, false, true ) === wc_format_decimal( $other, false, true );
	}

	public function facts( \WC_Order $order, Payment $payment ): OrderFacts {
		$others = array_filter(
			$this->store->of_order( $order->get_id() ),
			static fn ( Payment $other ): bool => $other->id !== $payment->id
		);

		return new OrderFacts(
			status: $order->get_status(),
			needs_payment: $order->needs_payment(),
			paid_by: self::paid_by( $order, $payment, $others ),
			is_our_method: PaymentMethod::ID === $order->get_payment_method(),
			has_stock: self::has_stock( $order ),
			other_is_open: array() !== array_filter( $others, fn ( Payment $other ): bool => $other->is_open( $this->clock->now() ) ),
			can_complete: in_array( $order->get_status(), self::completable( $order ), true ),
		);
	}

	/** @return list<string> The statuses from which WooCommerce lets payment_complete() go on. */
	private static function completable( \WC_Order $order ): array {
		// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WooCommerce's own filter, as payment_complete() asks it.
		$statuses = apply_filters( 'woocommerce_valid_order_statuses_for_payment_complete', array( 'on-hold', 'pending', 'failed', 'cancelled' ), $order );

		return is_array( $statuses ) ? array_values( array_filter( $statuses, 'is_string' ) ) : array();
	}

	/** @param array<Payment> $others The order's other payments. */
	private static function paid_by( \WC_Order $order, Payment $payment, array $others ): string {
		if ( ! $order->is_paid() && null === $order->get_date_paid( 'edit' ) ) {
			return OrderFacts::UNPAID;
		}
		$transaction = $order->get_transaction_id( 'edit' );
		// The database has kept one half of a paid order only: the date, and neither the transaction nor the status.
		if ( '' === $transaction && ! $order->is_paid() && $order->needs_payment() ) {
			return OrderFacts::UNPAID;
		}
		foreach ( $others as $other ) {
			if ( '' !== $transaction && $other->gateway_id === $transaction ) {
				return OrderFacts::PAID_BY_OURS;
			}
		}

		return '' !== $payment->gateway_id && $payment->gateway_id === $transaction
			? OrderFacts::PAID_BY_THIS
			: OrderFacts::PAID_OTHERWISE;
	}

	private static function is_stock_reduced( \WC_Order $order ): bool {
		$data = $order->get_data_store();

		return is_callable( array( $data, 'get_stock_reduced' ) ) && true === $data->get_stock_reduced( $order->get_id() );
	}

	/** Whether paying the order now would leave no product with less than nothing. */
	private static function has_stock( \WC_Order $order ): bool {
		if ( 'yes' !== get_option( 'woocommerce_manage_stock' ) || self::is_stock_reduced( $order ) ) {
			return true;
		}
		$needed = array();
		foreach ( $order->get_items() as $item ) {
			$product = $item instanceof \WC_Order_Item_Product ? $item->get_product() : false;
			if ( $product instanceof \WC_Product && $product->managing_stock() && ! $product->backorders_allowed() ) {
				$id            = $product->get_stock_managed_by_id();
				$needed[ $id ] = ( $needed[ $id ] ?? 0 ) + $item->get_quantity();
			}
		}
		foreach ( $needed as $id => $quantity ) {
			$product = wc_get_product( $id );
			if ( $product instanceof \WC_Product && (float) $product->get_stock_quantity( 'edit' ) < $quantity ) {
				return false;
			}
		}

		return true;
	}
}
