<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Auth;

use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Store\Merchant;

/**
 * Signs a request as shops sign it by mistake, and compares.
 */
final readonly class SignatureMistakes
{
    private const UNEXPLAINED = 'No usual mistake explains this signature. If the shop signs the same text, its secret is not the api_secret.';

    public function __construct(private Request $request, private Signature $signature) {}

    /** What the shop has signed instead; null if its signature is right, or of an unknown algorithm. */
    public function explain(Merchant $merchant): ?string
    {
        $hash = $this->signature->hash();
        if ($hash === null) {
            return null;
        }
        $origin = $this->signature->origin();
        if ($this->isSigned($hash, $origin, $merchant->apiSecret)) {
            // The signature is right; the request was refused for its Date or its Body-MD5.
            return null;
        }
        foreach ($this->otherSecrets($merchant) as $name => $secret) {
            if ($this->isSigned($hash, $origin, $secret)) {
                return "It was signed with $name, not with the api_secret.";
            }
        }
        foreach ($this->otherOrigins($origin) as $mistake => $signed) {
            if ($this->isSigned($hash, $signed, $merchant->apiSecret)) {
                return "It would be right if $mistake.";
            }
        }
        foreach (array_diff(Signature::ALGORITHMS, [$hash]) as $name => $other) {
            if ($this->isSigned($other, $origin, $merchant->apiSecret)) {
                return "It was made with $name, but the header Algorithm has another one.";
            }
        }
        $hex = hash_hmac($hash, $origin, $merchant->apiSecret);
        $received = $this->request->header('Signature');

        return hash_equals($hex, strtolower($received)) || hash_equals(base64_encode($hex), $received)
            ? 'It has the hexadecimal digits of the HMAC; it must have the base64 of its bytes.'
            : self::UNEXPLAINED;
    }

    /**
     * @return array<string, string>
     */
    private function otherSecrets(Merchant $merchant): array
    {
        return [
            'the callback_secret' => $merchant->callbackSecret,
            'the api_key' => $merchant->apiKey,
            'the api_token' => $merchant->apiToken,
        ];
    }

    /**
     * @return array<string, string> the mistake as a condition => what was signed with it
     */
    private function otherOrigins(string $origin): array
    {
        $digest = $this->signature->bodyMd5;
        $target = $this->request->target;
        $head = substr($origin, 0, (int) strpos($origin, $this->request->method . ' ' . $target));
        $tail = $digest === '' ? '' : " | $digest";
        $line = fn (string $target): string => strtoupper($this->request->method) . ' ' . $target;

        return [
            'the path had no query' => $head . $line($this->request->path) . $tail,
            'the target had no percent-encoding' => $head . $line(rawurldecode($target)) . $tail,
            'the path had no slash at its end' => $head . $line(rtrim($this->request->path, '/')) . $tail,
            'the whole URL were signed, not its path and query' => $head . $line($this->baseUri() . $target) . $tail,
            'the method were in lower case' => $head . strtolower($this->request->method) . ' ' . $target . $tail,
            'there were no body digest' => $head . $line($target),
            'an empty digest of a GET request were signed too' => $head . $line($target) . ' | ',
            'a GET request had the digest of an empty body' => $head . $line($target) . ' | ' . md5(''),
            'there were no blanks around the vertical bars' => str_replace(' | ', '|', $origin),
        ];
    }

    private function baseUri(): string
    {
        return ($this->request->tls === null ? 'http' : 'https') . '://' . $this->request->header('Host');
    }

    private function isSigned(string $hash, string $origin, string $secret): bool
    {
        $expected = base64_encode(hash_hmac($hash, $origin, $secret, true));

        return hash_equals($expected, $this->request->header('Signature'));
    }
}
