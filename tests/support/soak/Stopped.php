<?php

declare(strict_types=1);

namespace AurpayTest\Soak;

/** What must happen did not happen, so the soak cannot go on. */
final class Stopped extends \RuntimeException {}
