<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function answer(\Aurpay\CallbackReason $reason): int
{
    return match ($reason) { // error: Match expression does not handle remaining values
        \Aurpay\CallbackReason::Stale => 409,
        \Aurpay\CallbackReason::Token, \Aurpay\CallbackReason::Signature => 403,
    };
}
