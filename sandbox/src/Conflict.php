<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

/**
 * The request is well formed but does not fit the state of things.
 */
final class Conflict extends \RuntimeException {}
