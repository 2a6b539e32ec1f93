<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function ipin(string $key): string
{
    return \Aurpay\EnayaPay\Ipin::encrypt($key, '0000'); // error: invoked with 2 parameters, 3 required
}
