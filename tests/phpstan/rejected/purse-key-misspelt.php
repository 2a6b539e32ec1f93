<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function purse(\Aurpay\AzPays\Client $client, callable $show): void
{
    $show($client->purse('1')['frozen']); // error: Offset 'frozen' does not exist on array{id: string
}
