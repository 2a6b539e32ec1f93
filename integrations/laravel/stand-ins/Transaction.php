<?php

declare(strict_types=1);

namespace Aurpay;

use Aurpay\Laravel\Testing\Wire;

final class Transaction
{
    public function __construct(private readonly Client $client) {}

    public function list(#[\SensitiveParameter] array $filter = []): array
    {
        return Wire::of($this->client)->call('transactions.list', $filter);
    }

    public function each(#[\SensitiveParameter] array $filter = []): Pages
    {
        return Wire::of($this->client)->pages('transactions.list', $filter);
    }
}
