<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function pay(\Aurpay\Client $aurpay): string
{
    return $aurpay->orders()->createPayUrl(['price' => 1, 'currency' => 'USD', 'enable_post_callback' => 'yes'])['pay_url']; // error: enable_post_callback: 'yes'
}
