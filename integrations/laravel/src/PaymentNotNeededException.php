<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

/** The order needs no payment: it is paid, or the shop says so. Nothing was sent. */
final class PaymentNotNeededException extends \DomainException {}
