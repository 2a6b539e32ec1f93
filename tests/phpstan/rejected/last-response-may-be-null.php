<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function status(\Aurpay\Client $aurpay): int
{
    return $aurpay->lastResponse()['status']; // error: Offset 'status' might not exist on array{
}
