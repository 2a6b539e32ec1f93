<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function each(\Aurpay\Client $aurpay, callable $show): void
{
    foreach ($aurpay->orders()->each() as $order) {
        $show($order['oder_id']); // error: Offset 'oder_id' does not exist on array{user_id: string
    }
}
