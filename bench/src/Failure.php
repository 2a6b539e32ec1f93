<?php

declare(strict_types=1);

namespace AurpayBench;

/** The bench cannot continue. The user sees the message as it is. */
final class Failure extends \RuntimeException {}
