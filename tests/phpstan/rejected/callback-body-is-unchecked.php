<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function order(\Aurpay\Callback $callback, \Aurpay\Client $aurpay): void
{
    $body = $callback->verify('https://shop.example/aurpay', $_SERVER, '{}');
    $aurpay->orders()->detail($body['order_id']); // error: $orderId of method Aurpay\Order::detail() expects int|string, mixed given
}
