<?php

declare(strict_types=1);

namespace AurpayFuzz;

/** The extension has crashed or decodes something to another value than the reference; or the reference is wrong itself. */
final class Failure extends \RuntimeException {}
