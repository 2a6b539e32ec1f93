<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function client(): \Aurpay\Client
{
    return new \Aurpay\Client('key', ['timeout' => '30']); // error: array{timeout: '30'} given
}
