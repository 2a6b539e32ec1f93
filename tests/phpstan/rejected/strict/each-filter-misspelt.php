<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function wrong(\Aurpay\Client $aurpay): int
{
    return iterator_count($aurpay->orders()->each(['from' => '2024-06-13'])); // error: array{from: '2024-06-13'} given
}
