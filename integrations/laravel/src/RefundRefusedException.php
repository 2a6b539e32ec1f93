<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

/** The refund cannot be requested now. Nothing was sent. The message says why. */
final class RefundRefusedException extends \DomainException {}
