<?php

declare(strict_types=1);

namespace Aurpay;

use Aurpay\Laravel\Testing\Signer;
use Aurpay\Laravel\Testing\Wire;

final class Client
{
    private readonly ?Signer $signer;

    public function __construct(
        #[\SensitiveParameter] string|Credentials $credentials,
        #[\SensitiveParameter] array $options = [],
    ) {
        $credentials = is_string($credentials) ? Credentials::apiKey($credentials) : $credentials;
        $this->signer = \Closure::bind(static fn (Credentials $all): ?Signer => $all->signer, null, Credentials::class)($credentials);
        Wire::connect($this, $options);
    }

    public function __serialize(): array
    {
        throw new \Exception("Serialization of 'Aurpay\\Client' is not allowed");
    }

    public function orders(): Order
    {
        return new Order($this);
    }

    public function transactions(): Transaction
    {
        return new Transaction($this);
    }

    public function wallet(): Wallet
    {
        return new Wallet($this);
    }

    public function lightning(): Lightning
    {
        return new Lightning($this);
    }

    public static function login(
        string $username,
        #[\SensitiveParameter] string $password,
        #[\SensitiveParameter] array $options = [],
    ): array {
        return (new Wire($options))->call('login', ['username' => $username, 'password' => $password]);
    }

    public function fetchApiKey(): array
    {
        return Wire::of($this)->call('fetchApiKey');
    }

    public function request(
        string $method,
        #[\SensitiveParameter] string $path,
        #[\SensitiveParameter] array $params = [],
    ): mixed {
        return Wire::of($this)->send($method, $path, $params);
    }

    public function sign(
        string $method,
        #[\SensitiveParameter] string $target,
        #[\SensitiveParameter] ?string $body = null,
        ?string $date = null,
    ): array {
        $signer = $this->signer ?? throw new \LogicException('The credentials do not sign');

        return $signer->request($method, $target, $body, $date ?? Signer::now());
    }

    public function lastResponse(): ?array
    {
        return Wire::of($this)->lastResponse();
    }

    public static function stats(): array
    {
        return [
            'requests' => 0,
            'connections_opened' => 0,
            'connections_reused' => 0,
            'retries' => 0,
            'bytes_sent' => 0,
            'bytes_received' => 0,
            'logger_failures' => 0,
        ];
    }
}
