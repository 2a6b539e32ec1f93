<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

/** @param list<string> $ids */
function prices(\Aurpay\Order $orders, array $ids): string
{
    $price = null;
    foreach ($orders->details($ids) as $order) {
        $price = $order['vs_price']; // error: Cannot access offset 'vs_price'
    }

    return is_string($price) ? $price : '';
}
