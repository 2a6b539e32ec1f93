<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function login(\Aurpay\EnayaPay\Client $enaya): string
{
    return $enaya->login(['user_phone' => '249', 'user_password' => 'x', 'user_name' => 'Ali'])['status']; // error: user_name: 'Ali'
}
