<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests\Support;

use Aurpay\Client;
use Illuminate\Bus\Queueable;
use Illuminate\Contracts\Queue\ShouldQueue;

/** A job that a shop must not write: it carries its client through the queue. */
final class CarriesClient implements ShouldQueue
{
    use Queueable;

    public function __construct(public readonly Client $client) {}

    public function handle(): void
    {
        throw new \LogicException('It must not come so far');
    }
}
