<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function each(\Aurpay\Client $aurpay, callable $show): void
{
    foreach ($aurpay->transactions()->each() as $transaction) {
        $show($transaction['type']); // error: Offset 'type' does not exist on array{user_id: string
    }
}
