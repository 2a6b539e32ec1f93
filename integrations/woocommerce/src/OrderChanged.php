<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * The order was changed between the question to the gateway and the lock. What was compared is worth nothing: ask again.
 */
final class OrderChanged extends \RuntimeException {}
