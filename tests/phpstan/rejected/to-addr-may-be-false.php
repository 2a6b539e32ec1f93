<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function address(\Aurpay\Client $aurpay): string
{
    return $aurpay->orders()->detail('1')['to_addr'] ?? ''; // error: should return string but returns string|false
}
