<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * A refund that was not made, or may have been. The message is a sentence for the merchant.
 */
final class RefundRefused extends \RuntimeException {}
