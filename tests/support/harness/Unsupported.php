<?php

declare(strict_types=1);

namespace AurpayTest;

/** This machine cannot do what a test needs; no change to the code would help. */
final class Unsupported extends \RuntimeException {}
