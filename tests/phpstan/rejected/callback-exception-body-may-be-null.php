<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

/** @return array<string, mixed> */
function body(\Aurpay\CallbackException $exception): array
{
    return $exception->body; // error: returns array<string, mixed>|null
}
