<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests\Support;

use Aurpay\Client;
use Illuminate\Bus\Queueable;
use Illuminate\Contracts\Queue\ShouldQueue;

/** Makes a call in a worker, and writes down what the worker has opened and uses since its start. */
final class AskGateway implements ShouldQueue
{
    use Queueable;

    public function __construct(private readonly string $file) {}

    public function handle(Client $client): void
    {
        $client->orders()->fiatCurrencies();
        $line = json_encode(['connections' => Client::stats()['connections_opened'], 'bytes' => memory_get_usage()], JSON_THROW_ON_ERROR);
        file_put_contents($this->file, "$line\n", FILE_APPEND);
    }
}
