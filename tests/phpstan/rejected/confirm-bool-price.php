<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function confirm(\Aurpay\Client $aurpay): string
{
    return $aurpay->orders()->confirm('1', true, 'USD')['order_id']; // error: $price of method Aurpay\Order::confirm() expects float|int|string, true given
}
