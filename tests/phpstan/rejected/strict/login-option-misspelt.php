<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function login(): string
{
    return \Aurpay\Client::login('shop', 'password', ['base_url' => 'https://dashboard.aurpay.net'])['access_token']; // error: base_url: 'https
}
