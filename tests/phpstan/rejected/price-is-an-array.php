<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function pay(\Aurpay\Client $aurpay): string
{
    return $aurpay->orders()->createPayUrl(['price' => ['1'], 'currency' => 'USD'])['pay_url']; // error: array{price: array{'1'}, currency: 'USD'} given
}
