<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Control;

/**
 * A control request names something that does not exist.
 */
final class Missing extends \RuntimeException {}
