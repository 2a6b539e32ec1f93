<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function refund(\Aurpay\Order $orders): string
{
    return $orders->refund(true)['obtained']; // error: $orderId of method Aurpay\Order::refund() expects int|string, true given
}
