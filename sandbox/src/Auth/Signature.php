<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Auth;

use Aurpay\Sandbox\Api\ApiError;
use Aurpay\Sandbox\Clock;
use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Store\Merchant;

/**
 * Verifies a signed request ("Signature Authentication Method").
 *
 * Canonical string: {algorithm} | {date} | {METHOD} {path?query}, and
 * " | {body_md5}" if the digest is not empty. GET has no digest. All other
 * methods have one; without a body, it is the digest of the empty string, as
 * in the vendor's script.
 */
final readonly class Signature
{
    public const ALGORITHMS = ['HMAC-SHA256' => 'sha256', 'HMAC-SHA3_256' => 'sha3-256'];
    /** How far Date may be from the server's clock. Invented: the documents only ask for "synchronized". */
    private const TOLERANCE_SECONDS = 300;
    private const ISO_8601 = '/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)$/D';

    private string $algorithm;
    private string $date;
    public string $bodyMd5;

    public function __construct(private Request $request, private Clock $clock)
    {
        $this->algorithm = $request->header('Algorithm');
        $this->date = $request->header('Date');
        $this->bodyMd5 = $request->method === 'GET' ? '' : md5($request->body);
    }

    /**
     * @throws ApiError if the signature or one of its headers is wrong
     */
    public function verify(?Merchant $merchant): void
    {
        $hash = $this->hash()
            ?? throw $this->refusal('Algorithm must be HMAC-SHA256 or HMAC-SHA3_256');
        $this->verifyDate();
        if (!hash_equals($this->bodyMd5, $this->request->header('Body-MD5'))) {
            throw $this->refusal($this->bodyMd5 === ''
                ? 'Body-MD5 must be empty for GET'
                : 'Body-MD5 is not the lower-case hex MD5 of the request body');
        }
        // Compare for an unknown token too, so that it takes as long as for a known token.
        $secret = $merchant === null ? bin2hex(random_bytes(16)) : $merchant->apiSecret;
        $expected = base64_encode(hash_hmac($hash, $this->origin(), $secret, true));
        if (!hash_equals($expected, $this->request->header('Signature')) || $merchant === null) {
            throw $this->refusal('Signature verification failed');
        }
    }

    /** PHP's name of the algorithm; null if the documents do not know it. */
    public function hash(): ?string
    {
        return self::ALGORITHMS[$this->algorithm] ?? null;
    }

    private function verifyDate(): void
    {
        $time = preg_match(self::ISO_8601, $this->date) === 1 ? strtotime($this->date) : false;
        if ($time === false) {
            throw $this->refusal('Date is not in ISO-8601 format');
        }
        if (abs($time - $this->clock->now()) > self::TOLERANCE_SECONDS) {
            throw $this->refusal('Date is more than ' . self::TOLERANCE_SECONDS . " seconds from the server's clock");
        }
    }

    /** The canonical string. */
    public function origin(): string
    {
        $parts = [
            $this->algorithm,
            $this->date,
            strtoupper($this->request->method) . ' ' . $this->request->target,
        ];
        if ($this->bodyMd5 !== '') {
            $parts[] = $this->bodyMd5;
        }

        return implode(' | ', $parts);
    }

    /**
     * "When API gateway signature verification fails, the server returns the
     * original signing information." The members' names and HTTP 401 are
     * invented. The answer never has the secret or the expected signature.
     */
    private function refusal(string $message): ApiError
    {
        return new ApiError(401, $message, [
            'signature_origin' => $this->origin(),
            'date' => $this->clock->signatureDate(),
            'body_md5' => $this->bodyMd5,
        ], 401);
    }
}
