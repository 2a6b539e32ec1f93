<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * Another process holds the lock for longer than this one can wait.
 */
final class LockBusy extends \RuntimeException {}
