<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

/**
 * The caller sent invalid input. The message says why it is invalid.
 */
final class InvalidInput extends \RuntimeException {}
