<?php

declare(strict_types=1);

namespace AurpayTest\PhpUnit;

/**
 * The signature of a callback, after the vendor's collection, "Callback Authentication Method". Written with PHP's hash
 * functions alone: neither the extension nor the sandbox has a part in it.
 */
final class CallbackSignature
{
    /**
     * @param string $date as in the header: 2024-06-17T00:00:00Z
     */
    public static function of(string $date, string $url, string $secret): string
    {
        return base64_encode(hash_hmac('sha256', "$date | $url", $secret, true));
    }

    public static function date(int $time): string
    {
        return gmdate('Y-m-d\TH:i:s\Z', $time);
    }
}
