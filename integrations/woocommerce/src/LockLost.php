<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * The lock has expired, and another process may hold it now: nothing more may be done.
 */
final class LockLost extends \RuntimeException {}
