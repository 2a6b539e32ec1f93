<?php

declare(strict_types=1);

namespace SampleShop\Rejected;

function sign(string $token, string $secret): \Aurpay\Credentials
{
    return \Aurpay\Credentials::signature($token, $secret, 'HMAC-SHA-256'); // error: 'HMAC-SHA-256' given
}
