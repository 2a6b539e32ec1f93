<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Tests;

final class Failed extends \RuntimeException {}
