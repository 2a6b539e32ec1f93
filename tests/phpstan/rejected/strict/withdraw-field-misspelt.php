<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function withdraw(\Aurpay\Client $aurpay): int
{
    return count($aurpay->wallet()->withdraw(['chain' => 'BTC', 'currency' => 'BTC', 'amount' => '1', 'code' => '123'])); // error: code: '123'
}
