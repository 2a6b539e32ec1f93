<?php

declare(strict_types=1);

namespace Aurpay;

use Aurpay\Laravel\Testing\CallbackHeaders;
use Aurpay\Laravel\Testing\Signer;
use Aurpay\Laravel\Testing\Thrown;

final class Callback
{
    private bool $hasKeyAlone = false;
    private readonly Signer $signer;

    public function __construct(
        #[\SensitiveParameter] string $token,
        #[\SensitiveParameter] string $secret,
        private readonly int $tolerance = 300,
    ) {
        $this->signer = new Signer($token, $secret);
    }

    public function __serialize(): array
    {
        throw new \Exception("Serialization of 'Aurpay\\Callback' is not allowed");
    }

    public static function forApiKey(#[\SensitiveParameter] string $apiKey): Callback
    {
        $callback = new self($apiKey, 'unused');
        $callback->hasKeyAlone = true;

        return $callback;
    }

    public function verify(
        #[\SensitiveParameter] string|array $url,
        #[\SensitiveParameter] array $headers,
        #[\SensitiveParameter] ?string $body = null,
    ): array {
        $given = new CallbackHeaders($headers);
        if ($this->hasKeyAlone) {
            $this->refuseUnless(hash_equals($this->signer->token, $given->one('Api-Key')), CallbackReason::Token);

            return $this->body($body) ?? throw Thrown::callback(CallbackReason::Body);
        }
        [$token, $date, $signature] = [$given->one('Callback-Token'), $given->one('Date'), $given->one('Signature')];
        $this->refuseUnless(hash_equals($this->signer->token, $token), CallbackReason::Token);
        $time = Signer::time($date) ?? throw Thrown::callback(CallbackReason::Date);
        $matching = array_filter(
            (array) $url,
            fn (string $each): bool => hash_equals($this->signer->sign("$date | $each"), $signature),
        );
        $this->refuseUnless($matching !== [], CallbackReason::Signature);
        $decoded = $this->body($body);
        if (abs(time() - $time) > $this->tolerance) {
            throw Thrown::callback(CallbackReason::Stale, $decoded);
        }

        return $decoded ?? throw Thrown::callback(CallbackReason::Body);
    }

    public function sign(#[\SensitiveParameter] string $url, ?string $date = null, bool $server = false): array
    {
        $date ??= Signer::now();
        $headers = $this->hasKeyAlone ? ['Api-Key' => $this->signer->token] : [
            'Callback-Token' => $this->signer->token,
            'Date' => $date,
            'Signature' => $this->signer->sign("$date | $url"),
        ];
        $keys = array_map(static fn (string $name): string => 'HTTP_' . strtoupper(strtr($name, '-', '_')), array_keys($headers));

        return $server ? array_combine($keys, $headers) : $headers;
    }

    private function refuseUnless(bool $isRight, CallbackReason $reason): void
    {
        $isRight || throw Thrown::callback($reason);
    }

    /** @return array<string, mixed>|null null if it is not a JSON object */
    private function body(?string $body): ?array
    {
        if ($body === null || $body === '') {
            return [];
        }
        $decoded = json_decode($body);

        return $decoded instanceof \stdClass ? json_decode($body, true) : null;
    }
}
