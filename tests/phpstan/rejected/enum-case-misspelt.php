<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function canceled(): mixed
{
    return \Aurpay\OrderStatus::Cancelled; // error: undefined constant Aurpay\OrderStatus::Cancelled
}
