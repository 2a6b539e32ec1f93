<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Cli;

/**
 * The sandbox cannot start. The message tells the user why, and what to do.
 */
final class StartFailure extends \RuntimeException {}
