<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function confirm(\Aurpay\Client $aurpay, callable $show): void
{
    $show($aurpay->orders()->confirm('1', '19.99', 'USD')['order']); // error: Offset 'order' does not exist on array{user_id: string
}
