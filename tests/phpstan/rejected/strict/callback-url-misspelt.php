<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function pay(\Aurpay\Client $aurpay): string
{
    return $aurpay->orders()->createPayUrl(['price' => '1', 'currency' => 'USD', 'calback_url' => 'https://shop.example'])['pay_url']; // error: calback_url: 'https
}
