<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests\Support;

use Aurpay\Laravel\Events;
use Aurpay\Laravel\Facades\Aurpay;
use Aurpay\Laravel\Testing\AurpayFake;
use Illuminate\Contracts\Console\Kernel;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Foundation\Application;
use Illuminate\Foundation\Testing\TestCase as LaravelTestCase;
use Illuminate\Support\Facades\Event;
use Illuminate\Support\Facades\Schema;

/** An application's own tests as docs/laravel.md shows them. They run with the extension and without it. */
abstract class FakeTestCase extends LaravelTestCase
{
    protected const COIN = 'TRX/USDT-TRC20';

    protected AurpayFake $aurpay;

    public function createApplication(): Application
    {
        $app = require getenv('AURPAY_LARAVEL_APP') . '/bootstrap/app.php';
        assert($app instanceof Application);
        $app->make(Kernel::class)->bootstrap();

        return $app;
    }

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
        Schema::create('orders', static function (Blueprint $table): void {
            $table->id();
            $table->string('price');
            $table->string('currency');
            $table->string('status');
            $table->integer('times_paid')->default(0);
        });
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
