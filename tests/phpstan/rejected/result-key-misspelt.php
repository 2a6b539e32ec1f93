<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function pay(\Aurpay\Client $aurpay, callable $redirect): void
{
    $page = $aurpay->orders()->createPayUrl(['price' => '1', 'currency' => 'USD']);
    $redirect($page['pay_uri']); // error: Offset 'pay_uri' does not exist on array{pay_url: string}
}
