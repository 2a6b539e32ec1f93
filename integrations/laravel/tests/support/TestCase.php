<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests\Support;

use Aurpay\Laravel\Aurpay;
use Aurpay\Laravel\Events;
use Aurpay\Laravel\Models\Payment;
use Aurpay\Laravel\Reconciler;
use AurpayTest\PhpUnit\CallbackSignature;
use Illuminate\Foundation\Testing\TestCase as LaravelTestCase;
use Illuminate\Support\Carbon;
use Illuminate\Support\Facades\Event;
use Illuminate\Testing\PendingCommand;
use Illuminate\Testing\TestResponse;

/** The application of the run, in this process, with a database in memory and a merchant of its own in the sandbox. */
abstract class TestCase extends LaravelTestCase
{
    use MakesApplication;

    protected const COIN = 'ETH/USDT-ERC20';
    protected const SHOP = 'https://shop.example';

    protected Gateway $gateway;

    /** @var array<int, object> the events of the package, as they were told */
    protected array $told = [];

    protected function setUp(): void
    {
        parent::setUp();
        $this->gateway = new Gateway();
        config([
            ...self::database(),
            'cache.default' => 'array',
            'queue.default' => 'sync',
            'logging.default' => 'null',
            'aurpay' => array_replace_recursive(config()->array('aurpay'), $this->gateway->credentials(), [
                'options' => ['base_uri' => $this->gateway->merchant->baseUri],
                'callback' => ['url' => self::SHOP],
            ]),
        ]);
        $this->command('migrate', ['--path' => dirname(__DIR__, 2) . '/database/migrations', '--realpath' => true])->run();
        $this->createOrders();
        Event::listen('Aurpay\Laravel\Events\*', function (string $name, array $events): void {
            is_object($events[0]) && $this->told[] = $events[0];
        });
        Event::listen(Events\PaymentConfirmed::class, static function (Events\PaymentConfirmed $event): void {
            Order::query()->whereKey($event->payment->payable_id)->increment('times_paid', 1, ['status' => 'paid']);
        });
    }

    protected function tearDown(): void
    {
        $this->gateway->merchant->remove();
        $this->app->make('db')->disconnect();
        parent::tearDown();
    }

    protected function createOrders(): void
    {
        Order::createTable();
    }

    /** @return array<string, string> the configuration of a new database, of the kind that the run has named */
    private static function database(): array
    {
        if (!Postgres::isWanted()) {
            return ['database.default' => 'sqlite', 'database.connections.sqlite.database' => ':memory:'];
        }
        $server = Postgres::server();

        return [
            'database.default' => 'pgsql',
            'database.connections.pgsql.host' => $server->folder,
            'database.connections.pgsql.database' => $server->database(),
            'database.connections.pgsql.username' => 'shop',
        ];
    }

    /** @param array<string, mixed> $arguments */
    protected function command(string $name, array $arguments = []): PendingCommand
    {
        $command = $this->artisan($name, $arguments);

        return $command instanceof PendingCommand ? $command : throw new \LogicException('Its output is not mocked');
    }

    protected function aurpay(): Aurpay
    {
        return $this->app->make(Aurpay::class);
    }

    protected function order(string $price = '25.00', string $currency = 'USD'): Order
    {
        return Order::query()->create(['price' => $price, 'currency' => $currency, 'status' => 'open'])->refresh();
    }

    /** A payment that waits. */
    protected function waiting(?Order $order = null, string $coin = self::COIN): Payment
    {
        return $this->aurpay()->pay($order ?? $this->order(), $coin);
    }

    /** A payment that has paid its order. */
    protected function paid(?Order $order = null): Payment
    {
        $payment = $this->waiting($order);
        $this->gateway->play((string) $payment->gateway_id, 'pay');
        $this->deliver($payment)->assertOk();

        return $payment->refresh();
    }

    /**
     * Sends a callback about a payment, as the gateway does or with other headers.
     *
     * @param array<string, mixed>|string|null $body    JSON or its members; null for a GET
     * @param array<string, string|null>       $headers in place of the right ones; null leaves one out
     *
     * @return TestResponse<\Symfony\Component\HttpFoundation\Response>
     */
    protected function deliver(Payment $payment, array|string|null $body = [], array $headers = [], ?string $url = null, ?int $time = null): TestResponse
    {
        $date = CallbackSignature::date($time ?? time());
        $headers += [
            'Callback-Token' => $this->gateway->merchant->get('callback_token'),
            'Date' => $date,
            'Signature' => CallbackSignature::of($date, $payment->callback_url, $this->gateway->merchant->get('callback_secret')),
        ];
        $server = ['CONTENT_TYPE' => 'application/json'];
        foreach ($headers as $name => $value) {
            $value === null || $server['HTTP_' . strtoupper(strtr($name, '-', '_'))] = $value;
        }
        $content = is_array($body) ? (string) json_encode($body + ['order_id' => $payment->gateway_id, 'status' => 'PENDING']) : $body;
        // The request's Host is another one than the shop's address: it must not matter.
        $path = (string) preg_replace('~^https?://[^/]+~', 'http://inside.example:8080', $url ?? $payment->callback_url);

        return $this->call($body === null ? 'GET' : 'POST', $path, [], [], [], $server, $content);
    }

    /** Lets reconciliation run when everything is due. */
    protected function reconcile(): void
    {
        Payment::query()->where('next_ask_at', '>', 0)->update(['next_ask_at' => 1]);
        $this->app->make(Reconciler::class)->run(60);
    }

    protected function later(int $minutes): void
    {
        Carbon::setTestNow(Carbon::now()->addMinutes($minutes));
    }

    /** @return list<string> the names of the events of payments and refunds that were told */
    protected function told(): array
    {
        return array_values(array_map(
            static fn (object $event): string => class_basename($event) . ($event instanceof Events\PaymentMismatch ? " {$event->reason->value}" : ''),
            array_filter($this->told, static fn (object $event): bool => !$event instanceof Events\CallbackRejected),
        ));
    }
}
