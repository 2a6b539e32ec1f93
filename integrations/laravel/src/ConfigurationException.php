<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

/** The extension is missing, or config/aurpay.php is incomplete or contradicts itself. The message names the variable. */
final class ConfigurationException extends \LogicException {}
