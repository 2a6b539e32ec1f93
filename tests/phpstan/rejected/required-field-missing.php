<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function pay(\Aurpay\Client $aurpay): string
{
    return $aurpay->orders()->createPayInfo([ // error: Aurpay\Order::createPayInfo() expects
        'chain' => 'ETH',
        'currency' => 'ETH',
        'vs_currency' => 'USD',
    ])['address'];
}
