<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function count_of_purse(\Aurpay\AzPays\Client $azpays): int
{
    return count($azpays->transactions(['purse' => 'a'])['data']); // error: array{purse: 'a'} given
}
