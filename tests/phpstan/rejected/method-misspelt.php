<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function pay(\Aurpay\Client $aurpay): mixed
{
    return $aurpay->request('POTS', '/api/order/pay-url'); // error: 'POTS' given
}
