<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * The table of payments could not be read or written.
 */
final class StoreFailure extends \RuntimeException {}
