<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

/**
 * The orders of a person, a few at once, as WooCommerce itself finds them.
 */
final class PrivacyOrders {

	public const AT_ONCE = 10;

	/** @return list<\WC_Order> */
	public static function of( string $email, int $page ): array {
		$customers = array( $email );
		$user      = get_user_by( 'email', $email );
		if ( $user instanceof \WP_User ) {
			$customers[] = $user->ID;
		}
		$orders = wc_get_orders(
			array(
				'limit'    => self::AT_ONCE,
				'page'     => $page,
				'customer' => $customers,
				'orderby'  => 'ID',
				'order'    => 'ASC',
				'type'     => 'shop_order',
			)
		);

		return is_array( $orders ) ? array_values( $orders ) : array();
	}
}
