<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function sort(\Aurpay\Client $aurpay): int
{
    return $aurpay->transactions()->list(['sort' => 'descending'])['total']; // error: array{sort: 'descending'} given
}
