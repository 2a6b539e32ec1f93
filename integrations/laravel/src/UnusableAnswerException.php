<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

/** The gateway has created a payment, but what it says of it cannot be used. Nobody was shown it, so it expires unpaid. */
final class UnusableAnswerException extends \RuntimeException {}
