<?php

declare(strict_types=1);

namespace Aurpay;

use Aurpay\Laravel\Testing\Wire;

final class Wallet
{
    public function __construct(private readonly Client $client) {}

    public function list(): array
    {
        return Wire::of($this->client)->call('wallet.list');
    }

    public function withdraw(#[\SensitiveParameter] array $params): array
    {
        return Wire::of($this->client)->call('wallet.withdraw', $params);
    }

    public function selfCustody(): array
    {
        return Wire::of($this->client)->call('wallet.selfCustody');
    }
}
