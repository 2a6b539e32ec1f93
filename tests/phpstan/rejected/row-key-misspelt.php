<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function rows(\Aurpay\Client $aurpay, callable $show): void
{
    foreach ($aurpay->orders()->list()['data'] as $order) {
        $show($order['vs_prise']); // error: Offset 'vs_prise' does not exist on array{user_id: string
    }
}
