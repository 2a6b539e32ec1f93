<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

use Aurpay\AurpayException;
use Aurpay\Client;
use Aurpay\Laravel\Http\CallbackController;
use Illuminate\Console\Scheduling\Schedule as Scheduler;
use Illuminate\Contracts\Config\Repository;
use Illuminate\Contracts\Container\Container;
use Illuminate\Contracts\Debug\ExceptionHandler;
use Illuminate\Foundation\Console\AboutCommand;
use Illuminate\Foundation\Exceptions\Handler;
use Illuminate\Foundation\Http\Middleware\PreventRequestsDuringMaintenance;
use Illuminate\Routing\Route as RegisteredRoute;
use Illuminate\Support\Facades\Route;
use Illuminate\Support\ServiceProvider;

final class AurpayServiceProvider extends ServiceProvider
{
    /** The name of the callbacks' route. */
    public const ROUTE = 'aurpay.callback';

    private const COMMANDS = [
        Console\InstallCommand::class,
        Console\ReconcileCommand::class,
        Console\CallbacksCommand::class,
        Console\ReplayCommand::class,
        Console\PruneCommand::class,
        Console\DoctorCommand::class,
    ];

    public function register(): void
    {
        $this->mergeConfigFrom(dirname(__DIR__) . '/config/aurpay.php', 'aurpay');
        $this->app->bind(Config::class, static fn (Container $app): Config => new Config($app->make(Repository::class)));
        $this->app->singleton(Aurpay::class);
        // Made when it is first needed. Connections belong to the process, whatever the number of clients.
        $this->app->singleton(Client::class, static fn (Container $app): Client => $app->make(Clients::class)->client());
        foreach (['orders', 'transactions', 'wallet', 'lightning'] as $service) {
            $class = 'Aurpay\\' . ucfirst(rtrim($service, 's'));
            $this->app->singleton($class, static fn (Container $app): object => $app->make(Client::class)->$service());
        }
    }

    public function boot(Config $config): void
    {
        $this->defineMacro($config);
        if ($config->declaresRoute() && !$this->app->routesAreCached()) {
            Route::aurpayCallback();
        }
        // Callbacks come also while the shop is down for maintenance.
        PreventRequestsDuringMaintenance::except($config->callbackPath() . '/*');
        $this->addExceptionContext();
        if ($this->app->runningInConsole()) {
            $this->bootForConsole($config);
        } else {
            $config->refuseBlankCredentials();
        }
    }

    private function defineMacro(Config $config): void
    {
        // Without the group "web": its CSRF token is not for the gateway.
        Route::macro('aurpayCallback', fn (): RegisteredRoute => Route::match(
            ['GET', 'POST'],
            $config->callbackPath() . '/{token}',
            CallbackController::class,
        )->withoutMiddleware('web')->where('token', '.*')->name(AurpayServiceProvider::ROUTE));
    }

    /** Aurpay's support can look the trace_id up. An exception that a test has made itself has none. */
    private function addExceptionContext(): void
    {
        $this->callAfterResolving(ExceptionHandler::class, static function (ExceptionHandler $handler): void {
            if ($handler instanceof Handler) {
                $handler->buildContextUsing(static fn (\Throwable $exception): array => $exception instanceof AurpayException
                    ? ['aurpay_trace_id' => $exception->traceId ?? null, 'aurpay_http_status' => $exception->httpStatus ?? 0]
                    : []);
            }
        });
    }

    private function bootForConsole(Config $config): void
    {
        $root = dirname(__DIR__);
        $this->publishes(["$root/config/aurpay.php" => config_path('aurpay.php')], 'aurpay-config');
        $this->publishesMigrations(["$root/database/migrations" => database_path('migrations')], 'aurpay-migrations');
        $this->commands(self::COMMANDS);
        AboutCommand::add('Aurpay', fn (): array => $this->app->make(AboutSection::class)->lines());
        if ($config->isScheduled()) {
            $this->callAfterResolving(Scheduler::class, static function (Scheduler $scheduler): void {
                $scheduler->command('aurpay:reconcile')->everyMinute()->withoutOverlapping(5);
                $scheduler->command('aurpay:prune')->daily();
            });
        }
    }
}
