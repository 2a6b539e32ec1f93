<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** The doctor was called wrongly, or a file that it needs cannot be read. Nothing was examined. */
final class CannotRun extends \Exception {}
