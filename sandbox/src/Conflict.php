<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

/**
 * The request is well formed, but not possible in the current state.
 */
final class Conflict extends \RuntimeException {}
