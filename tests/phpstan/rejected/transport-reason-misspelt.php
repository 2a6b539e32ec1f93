<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function isSlow(\Aurpay\TransportException $exception): bool
{
    return $exception->reason === \Aurpay\TransportReason::TimedOut; // error: Access to undefined constant Aurpay\TransportReason::TimedOut
}
