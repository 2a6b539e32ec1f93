<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

/**
 * What a caller sent cannot be used; the message says why.
 */
final class InvalidInput extends \RuntimeException {}
