<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests\Support;

use Aurpay\Laravel\Events\PaymentConfirmed;
use Illuminate\Database\Events\MigrationsEnded;
use Illuminate\Foundation\Http\Events\RequestHandled;
use Illuminate\Support\Facades\Artisan;
use Illuminate\Support\Facades\Event;
use Illuminate\Support\Facades\Route;
use Illuminate\Support\Facades\Schema;
use Illuminate\Support\ServiceProvider;

/** What the shop of the tests does itself: orders, a checkout, and what happens when an order is paid. */
final class ShopProvider extends ServiceProvider
{
    public function boot(): void
    {
        $this->loadMigrationsFrom(dirname(__DIR__, 2) . '/database/migrations');
        Event::listen(MigrationsEnded::class, static function (): void {
            Schema::hasTable('orders') || Order::createTable();
        });
        Event::listen(PaymentConfirmed::class, static function (PaymentConfirmed $event): void {
            Order::query()->whereKey($event->payment->payable_id)->increment('times_paid', 1, ['status' => 'paid']);
        });
        Event::listen(PaymentConfirmed::class, ShipOrder::class);
        Event::listen([PaymentConfirmed::class, RequestHandled::class], static function (object $event): void {
            // A test breaks the shop by a file.
            if (file_exists(storage_path('break-' . class_basename($event)))) {
                throw new \RuntimeException('A listener of ' . class_basename($event) . ' is broken');
            }
        });
        if (!$this->app->routesAreCached()) {
            Route::middleware('web')->group(static function (): void {
                Route::get('/buy', [ShopPages::class, 'buy']);
                Route::get('/pay/{order}', [ShopPages::class, 'pay']);
                Route::post('/form', [ShopPages::class, 'form']);
                Route::get('/broken', [BrokenPages::class, 'page']);
                Route::get('/unanswered', [BrokenPages::class, 'call']);
            });
        }
        Artisan::command('test:php {file}', function (string $file): void {
            $this->getOutput()->write((string) json_encode(require $file));
        });
    }
}
