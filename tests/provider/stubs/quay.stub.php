<?php

/** @generate-class-entries */

namespace Aurpay\Quay;

/**
 * The API of Quay, which does not exist: this test shows what a new provider needs.
 *
 * @strict-properties
 * @not-serializable
 */
final class Client
{
    public function __construct(#[\SensitiveParameter] string $key, #[\SensitiveParameter] array $options = []) {}

    public function balance(): array {}

    public function payouts(#[\SensitiveParameter] array $filter = []): array {}

    public function eachPayout(#[\SensitiveParameter] array $filter = []): \Aurpay\Pages {}

    public function payout(string|int $id): array {}

    public function send(#[\SensitiveParameter] array $params): array {}

    public function release(string|int $id, #[\SensitiveParameter] string $token, #[\SensitiveParameter] array $params): array {}

    public function request(string $method, #[\SensitiveParameter] string $path, #[\SensitiveParameter] array $params = []): mixed {}

    public function lastResponse(): ?array {}
}
