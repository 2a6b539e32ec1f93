<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Callback;

use Aurpay\Sandbox\Store\Merchant;

/**
 * The headers of a callback ("Callback Authentication Method").
 */
final class Signer
{
    /** Canonical string: {date} | {callback_url}. The body is not signed. */
    public static function origin(string $url, string $date): string
    {
        return "$date | $url";
    }

    /**
     * @return array<string, string>
     */
    public static function headers(Merchant $merchant, string $url, string $date): array
    {
        return [
            // "Api-Key will be attached to the request headers"
            'Api-Key' => $merchant->apiKey,
            'Callback-Token' => $merchant->callbackToken,
            'Date' => $date,
            'Signature' => base64_encode(
                hash_hmac('sha256', self::origin($url, $date), $merchant->callbackSecret, true),
            ),
        ];
    }
}
