<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function confirm(\Aurpay\Client $aurpay): string
{
    return $aurpay->orders()->confirm('1', 19.99, 'USD')['order_id']; // error: $price of method Aurpay\Order::confirm() expects int|string, float given
}
