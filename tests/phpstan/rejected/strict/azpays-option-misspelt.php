<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function client(): \Aurpay\AzPays\Client
{
    return new \Aurpay\AzPays\Client('token', ['retry' => 0]); // error: array{retry: 0} given
}
