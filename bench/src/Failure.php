<?php

declare(strict_types=1);

namespace AurpayBench;

/** What the bench cannot go on without; said to the user as it is. */
final class Failure extends \RuntimeException {}
