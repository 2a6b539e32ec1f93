<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function count_paid(\Aurpay\Client $aurpay): int
{
    return $aurpay->orders()->list(['order_staus' => 'SUCCESS'])['total']; // error: array{order_staus: 'SUCCESS'} given
}
