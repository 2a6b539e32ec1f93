<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function count_orders(\Aurpay\Order $orders): int
{
    return count($orders->details([1.5])); // error: expects iterable<int|string>, array<int, float> given
}
