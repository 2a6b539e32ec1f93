<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests\Support;

use Aurpay\Laravel\Events\PaymentConfirmed;
use Illuminate\Contracts\Queue\ShouldQueue;

/** What takes long when an order is paid: writes down the order's number, in a worker. */
final class ShipOrder implements ShouldQueue
{
    public string $queue = 'shipping';

    public static function file(): string
    {
        return storage_path('shipped');
    }

    public function handle(PaymentConfirmed $event): void
    {
        file_put_contents(self::file(), "{$event->payment->payable_id}\n", FILE_APPEND | LOCK_EX);
    }
}
