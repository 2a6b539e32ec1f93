<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests\Support;

use Aurpay\Laravel\Events;
use Aurpay\Laravel\Facades\Aurpay;
use Aurpay\Laravel\Testing\AurpayFake;
use Illuminate\Foundation\Testing\TestCase as LaravelTestCase;
use Illuminate\Support\Facades\Event;

/** An application's own tests as docs/laravel.md shows them. They run with the extension and without it. */
abstract class FakeTestCase extends LaravelTestCase
{
    use MakesApplication;

    protected const COIN = 'TRX/USDT-TRC20';

    protected AurpayFake $aurpay;

    protected function setUp(): void
    {
        parent::setUp();
        config([
            'database.default' => 'sqlite',
            'database.connections.sqlite.database' => ':memory:',
            'cache.default' => 'array',
            'queue.default' => 'sync',
            'logging.default' => 'null',
        ]);
        $this->artisan('migrate', ['--path' => dirname(__DIR__, 2) . '/database/migrations', '--realpath' => true]);
        Order::createTable();
        $this->aurpay = Aurpay::fake();
        Event::listen(Events\PaymentConfirmed::class, static function (Events\PaymentConfirmed $event): void {
            Order::query()->whereKey($event->payment->payable_id)->increment('times_paid', 1, ['status' => 'paid']);
        });
    }

    protected function order(string $price = '25.00'): Order
    {
        return Order::query()->create(['price' => $price, 'currency' => 'USD', 'status' => 'open'])->refresh();
    }
}
