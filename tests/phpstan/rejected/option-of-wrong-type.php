<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function client(): \Aurpay\Client
{
    return new \Aurpay\Client('key', ['timeout' => 'thirty']); // error: array{timeout: 'thirty'} given
}
