<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

use Aurpay\AurpayException;
use Aurpay\AuthenticationException;

/** The gateway, as the extension reaches it. One call is made, however many checks ask. */
final class Gateway
{
    /** The gateway refuses it: an answer proves the way there and back without any account. */
    private const NO_KEY = 'aurpay-doctor';

    private bool $isCalled = false;
    private \Error|AurpayException|null $failure = null;
    /** @var array<string, mixed>|null */
    private ?array $response = null;

    public function __construct(private readonly Settings $settings) {}

    /** @return array<string, mixed>|null as from Client::lastResponse() */
    public function response(): ?array
    {
        $this->call();

        return $this->response;
    }

    /** What kept the API from answering; null if it answered, be it with a refusal of the key. */
    public function failure(): \Error|AurpayException|null
    {
        $this->call();

        return $this->failure instanceof AuthenticationException ? null : $this->failure;
    }

    /** Whether the call succeeds with a key that does not exist: then a call of that kind proves no key. */
    public function needsNoKey(): bool
    {
        $this->call();

        return $this->failure === null;
    }

    /** Seconds that the server's clock is ahead; null if the answer does not say. */
    public function clockDifference(): ?int
    {
        $this->call();

        return $this->failure instanceof AuthenticationException ? $this->failure->clockDifference : null;
    }

    private function call(): void
    {
        if ($this->isCalled) {
            return;
        }
        $this->isCalled = true;
        try {
            $client = $this->settings->client(self::NO_KEY);
        } catch (\Error $refused) {
            $this->failure = $refused;

            return;
        }
        try {
            $client->orders()->fiatCurrencies();
        } catch (\Error|AurpayException $failure) {
            $this->failure = $failure;
        }
        $this->response = $client->lastResponse();
    }
}
