<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function purse(\Aurpay\AzPays\Client $azpays): string
{
    return $azpays->purse(1e3)['balance']; // error: $id of method Aurpay\AzPays\Client::purse() expects int|string, float given
}
