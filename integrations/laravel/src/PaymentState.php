<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

/** How far the creation of a payment has come. */
enum PaymentState: string
{
    /** Committed before the gateway is asked to create it. */
    case Creating = 'creating';
    case Open = 'open';
    /** The gateway refused to create it, or was not reached. */
    case Refused = 'refused';
    /** Whether the gateway has created it is not known. Nobody has seen its address, so nobody pays it. */
    case Unknown = 'unknown';
}
