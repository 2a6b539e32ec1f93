<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function client(): \Aurpay\Client
{
    return new \Aurpay\Client('key', ['handler' => static fn (): array => ['fault' => 'timeout']]); // error: array{fault: 'timeout'}} given
}
