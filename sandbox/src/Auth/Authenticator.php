<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Auth;

use Aurpay\Sandbox\Api\ApiError;
use Aurpay\Sandbox\Clock;
use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Store\Merchant;
use Aurpay\Sandbox\Store\Merchants;

/**
 * Finds the merchant that a request comes from.
 */
final readonly class Authenticator
{
    public function __construct(private Merchants $merchants, private Clock $clock) {}

    public function authenticate(Request $request, Access $access): ?Merchant
    {
        return match ($access) {
            Access::Open => null,
            Access::Bearer => $this->byAccessToken($request),
            Access::Key, Access::Lightning => $request->header('API-Token') !== ''
                ? $this->bySignature($request)
                : $this->byApiKey($request, $access === Access::Lightning),
        };
    }

    private function byAccessToken(Request $request): Merchant
    {
        if (preg_match('/^Bearer +(\S+)$/Di', $request->header('Authorization'), $match) !== 1) {
            throw ApiError::unauthorized('The access token is missing in the request header');
        }
        $merchant = $this->merchants->byUserId(AccessToken::subject($match[1]));
        if ($merchant === null || !AccessToken::isValid($match[1], $merchant, $this->clock->now())) {
            throw ApiError::unauthorized('The access token is invalid or has expired');
        }

        return $merchant;
    }

    private function bySignature(Request $request): Merchant
    {
        $merchant = $this->merchants->byApiToken($request->header('API-Token'));
        (new Signature($request, $this->clock))->verify($merchant);

        return $merchant ?? throw new \LogicException('A token was accepted, but its merchant is unknown');
    }

    /**
     * The Lightning key is accepted by the other endpoints too, as shops must
     * be able to look up its orders. The documents do not say.
     */
    private function byApiKey(Request $request, bool $lightningOnly): Merchant
    {
        $key = $request->header('API-Key');
        if ($key === '') {
            throw ApiError::unauthorized('The API-Key is missing in the request header');
        }
        $found = null;
        $wrongKind = false;
        foreach ($this->merchants->all() as $merchant) {
            $isLightning = hash_equals($merchant->lightningApiKey, $key);
            $isOrdinary = hash_equals($merchant->apiKey, $key);
            $wrongKind = $wrongKind || ($isOrdinary && $lightningOnly);
            $found = $isLightning || ($isOrdinary && !$lightningOnly) ? $merchant : $found;
        }

        return $found ?? throw ApiError::unauthorized($wrongKind
            ? 'Only the API-Key of the lightning network can pass the verification'
            : 'The API-Key is invalid');
    }
}
