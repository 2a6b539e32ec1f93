<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * The page after the checkout. WooCommerce calls every order "received" there, also one that nobody has paid yet.
 *
 * In block themes the method's own place is below all tables of the order, so the box is added to the block that tells
 * the state of the order. Whether the visitor may see the order is WooCommerce's decision: it calls before() only then.
 */
final class ThankYouPage {

	private ?\WC_Order $order = null;
	private bool $is_shown    = false;

	public function __construct( private CustomerState $state, private PaymentBox $box ) {}

	/** WooCommerce begins to show the order. */
	public function before( mixed $order_id ): void {
		$order       = wc_get_order( $order_id );
		$this->order = $order instanceof \WC_Order && PaymentMethod::ID === $order->get_payment_method() ? $order : null;
	}

	/**
	 * Replaces the text of the page's head.
	 *
	 * @param mixed $text  WooCommerce's text.
	 * @param mixed $order The order. WooCommerce gives none if the order has failed, or if the visitor may not see it.
	 */
	public function heading( mixed $text, mixed $order ): mixed {
		$shown = $order instanceof \WC_Order ? $order : $this->order;
		if ( null === $shown || PaymentMethod::ID !== $shown->get_payment_method() ) {
			return $text;
		}

		return esc_html( CustomerState::sentence( $this->state->of( $shown ) ) );
	}

	/** Adds the box to the block that tells the state of the order. */
	public function add_to_status( mixed $block ): mixed {
		return is_string( $block ) ? $block . $this->box_once() : $block;
	}

	/** Prints the box at the place of the payment method. */
	public function show(): void {
		echo $this->box_once(); // phpcs:ignore WordPress.Security.EscapeOutput -- PaymentBox has escaped its parts.
	}

	private function box_once(): string {
		if ( null === $this->order || $this->is_shown ) {
			return '';
		}
		$this->is_shown = true;

		return $this->box->html( $this->order );
	}
}
