<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Auth;

use Aurpay\Sandbox\Api\ApiError;
use Aurpay\Sandbox\Clock;
use Aurpay\Sandbox\Http\Redaction;
use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Store\Merchant;
use Aurpay\Sandbox\Store\Merchants;

/**
 * What the sandbox signs of a request against what it got, so that a shop's
 * author understands a 401. It has neither the secret nor a signature.
 */
final readonly class SignatureReport
{
    public function __construct(private Merchants $merchants, private Clock $clock) {}

    /**
     * @return array<string, mixed>|null null if the request is not signed
     */
    public function of(Request $request): ?array
    {
        $token = $request->header('API-Token');
        if ($token === '') {
            return null;
        }
        $merchant = $this->merchants->byApiToken($token);
        $signature = new Signature($request, $this->clock);
        $problem = null;
        try {
            $signature->verify($merchant);
        } catch (ApiError $refusal) {
            $problem = $refusal->getMessage();
        }

        return [
            'accepted' => $problem === null,
            'problem' => $problem,
            'hint' => $problem === null ? null : $this->hint($request, $signature, $merchant),
            'api_token_known' => $merchant !== null,
            'signed' => [
                'signature_origin' => Redaction::text($signature->origin(), []),
                'date' => $this->clock->signatureDate(),
                'body_md5' => $signature->bodyMd5,
            ],
            'received' => [
                'algorithm' => $request->header('Algorithm'),
                'date' => $request->header('Date'),
                'body_md5' => $request->header('Body-MD5'),
                'signature' => $request->header('Signature') === '' ? '' : Redaction::MASK,
            ],
        ];
    }

    /** The mistake that explains the signature, if it is a known one. */
    private function hint(Request $request, Signature $signature, ?Merchant $merchant): ?string
    {
        if ($merchant === null) {
            $own = $this->merchants->first();
            foreach (['callback_token' => $own->callbackToken, 'api_key' => $own->apiKey] as $name => $other) {
                if (hash_equals($other, $request->header('API-Token'))) {
                    return "This API-Token is the $name. It must be the api_token.";
                }
            }

            return 'No merchant of this sandbox has this API-Token. A sandbox without --data has new credentials at each start.';
        }
        if ($request->header('Signature') === '') {
            return 'The header Signature is missing.';
        }

        return (new SignatureMistakes($request, $signature))->explain($merchant);
    }
}
