<?php

declare(strict_types=1);

namespace Aurpay;

use Aurpay\Laravel\Testing\Wire;

final class Lightning
{
    public function __construct(private readonly Client $client) {}

    public function balance(): array
    {
        return Wire::of($this->client)->call('lightning.balance');
    }

    public function createOrder(#[\SensitiveParameter] array $params): array
    {
        return Wire::of($this->client)->call('lightning.createOrder', $params);
    }

    public function withdraw(#[\SensitiveParameter] array $params): array
    {
        return Wire::of($this->client)->call('lightning.withdraw', $params);
    }
}
