<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function pay(\Aurpay\Client $aurpay): string
{
    $params = ['chain' => 'ETH', 'currency' => 'ETH', 'vs_currency' => 'USD', 'vs_price' => 1, 'enable_post_calback' => true];

    return $aurpay->orders()->createPayInfo($params)['pay_url']; // error: enable_post_calback: true
}
