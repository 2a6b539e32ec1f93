<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Tests;

/** A test cannot run on this machine; the message says why. */
final class Skipped extends \RuntimeException {}
