<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function wrong(\Aurpay\Client $aurpay): int
{
    return $aurpay->orders()->list(['status' => \Aurpay\TransactionStatus::Success])['total']; // error: array{status: Aurpay\TransactionStatus::Success} given
}
