<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function count_one(\Aurpay\Client $aurpay): int
{
    return $aurpay->orders()->list(['id' => '77'])['total']; // error: array{id: '77'} given
}
