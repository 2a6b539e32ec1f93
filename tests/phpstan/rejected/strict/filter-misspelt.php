<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function wrong(\Aurpay\Client $aurpay): int
{
    return $aurpay->transactions()->list(['tx_type' => 'REFUND'])['total']; // error: array{tx_type: 'REFUND'} given
}
