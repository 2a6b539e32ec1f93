<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function status(\Aurpay\AzPays\Client $client): int
{
    return $client->lastResponse()['status']; // error: Offset 'status' might not exist on array{
}
