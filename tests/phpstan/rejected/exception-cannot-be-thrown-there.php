<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function verify(\Aurpay\Callback $callback): bool
{
    try {
        return $callback->verify('https://shop.example/aurpay', []) === [];
    } catch (\Aurpay\PaymentException) { // error: Dead catch - Aurpay\PaymentException is never thrown in the try block
        return false;
    }
}
