<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function balance(\Aurpay\EnayaPay\Client $client, string $token): string
{
    return $client->balance($token, ['pan' => '1', 'ipin' => '2', 'uuid' => '3'])['balance']; // error: array{pan: '1', ipin: '2', uuid: '3'} given
}
