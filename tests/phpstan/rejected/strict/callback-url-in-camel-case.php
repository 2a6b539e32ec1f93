<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function pay(\Aurpay\Client $aurpay): string
{
    return $aurpay->lightning()->createOrder(['price' => '1', 'currency' => 'USD', 'callbackUrl' => 'https://shop.example'])['pay_url']; // error: callbackUrl: 'https
}
