<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * What Judge has to know of an order.
 */
final class OrderFacts {

	public const PAID_BY_THIS   = 'this';
	public const PAID_BY_OURS   = 'ours';
	public const PAID_OTHERWISE = 'otherwise';
	public const UNPAID         = '';

	/**
	 * @param string $status            WooCommerce's status, without "wc-".
	 * @param bool   $needs_payment     Whether WooCommerce would let the customer pay now.
	 * @param string $paid_by           One of PAID_*, UNPAID.
	 * @param bool   $is_our_method     Whether the order's payment method is still ours.
	 * @param bool   $has_stock         Whether paying it now would not take any stock below zero.
	 * @param bool   $other_is_open     Whether another payment of ours for the order can still be paid.
	 * @param bool   $can_complete      Whether WooCommerce lets an order of this status be completed by a payment.
	 */
	public function __construct(
		public readonly string $status,
		public readonly bool $needs_payment,
		public readonly string $paid_by,
		public readonly bool $is_our_method,
		public readonly bool $has_stock,
		public readonly bool $other_is_open,
		public readonly bool $can_complete,
	) {}
}
