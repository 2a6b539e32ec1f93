<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function why(\Aurpay\PaymentException $exception, callable $show): void
{
    $show($exception->detail['state']); // error: Offset 'state' does not exist on array{user_id: string
}
