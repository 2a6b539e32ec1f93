<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function client(): \Aurpay\Client
{
    return new \Aurpay\Client('key', ['timeot' => 30]); // error: array{timeot: 30} given
}
