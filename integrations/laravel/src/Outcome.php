<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

/** How a payment compares with the shop's order. */
enum Outcome
{
    case NotPaid;
    case Matches;
    case OtherPrice;
    case OtherCurrency;
}
