<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function pages(\Aurpay\Client $aurpay, callable $show): void
{
    $show($aurpay->orders()->list()['max_pages']); // error: Offset 'max_pages' does not exist on array{page: int
}
