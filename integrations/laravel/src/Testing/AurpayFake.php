<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Testing;

use Aurpay\Client;
use Aurpay\Credentials;
use Aurpay\Laravel\Aurpay;
use Aurpay\Laravel\GatewayStatus;
use Aurpay\Laravel\Log;
use Aurpay\Laravel\Models\Payment;
use Aurpay\Order;
use Aurpay\OrderStatus;
use Illuminate\Auth\AuthManager;
use Illuminate\Cache\ArrayStore;
use Illuminate\Cache\Repository as MemoryCache;
use Illuminate\Contracts\Cache\Repository as Cache;
use Illuminate\Contracts\Config\Repository;
use Illuminate\Contracts\Container\Container;
use Illuminate\Contracts\Http\Kernel;
use Illuminate\Http\Request;
use Illuminate\Testing\TestResponse;
use PHPUnit\Framework\Assert;
use Symfony\Component\HttpFoundation\Response;

/**
 * Aurpay in tests, made by the facade's fake(). Nothing reaches the network. All else is what the shop runs: the
 * package, its tables, its route, and the extension's own checks, or those of its stand-ins where it is not loaded.
 */
final class AurpayFake extends Aurpay
{
    /** Of the tests alone. They replace those of the configuration. */
    private const SETTINGS = [
        'api_token' => 'test-token',
        'api_secret' => 'test-secret',
        'api_key' => null,
        'callback_token' => 'test-callback-token',
        'callback_secret' => 'test-callback-secret',
        'previous_callback_token' => null,
        'previous_callback_secret' => null,
        'callback.url' => 'https://shop.example',
    ];

    private ?Cache $coins = null;

    private function __construct(private readonly Container $app, private readonly FakeGateway $gateway)
    {
        parent::__construct($app);
    }

    /** Puts a fake into the container, in place of the client of the configuration. */
    public static function install(Container $app): self
    {
        StandIns::declare();
        $config = $app->make(Repository::class);
        foreach (self::SETTINGS as $name => $value) {
            $config->set("aurpay.$name", $value);
        }
        $gateway = new FakeGateway(new FakeOrders());
        $client = new Client(Credentials::signature(self::SETTINGS['api_token'], self::SETTINGS['api_secret']), [
            'handler' => $gateway,
            'logger' => $app->make(Log::class),
            // A fault is for one call.
            'retries' => 0,
        ]);
        $app->instance(Client::class, $client);
        // They may have been made with the client before.
        $app->instance(Order::class, $client->orders());
        $app->instance(\Aurpay\Transaction::class, $client->transactions());
        $app->instance(\Aurpay\Wallet::class, $client->wallet());
        $app->instance(\Aurpay\Lightning::class, $client->lightning());

        return new self($app, $gateway);
    }

    /** The customer pays all. The shop learns of it by a callback, or when it asks. */
    public function customerPays(Payment $payment): static
    {
        return $this->reports($payment, GatewayStatus::SUCCESS, ['obtained' => $payment->amount === '' ? $payment->price : $payment->amount]);
    }

    /** @param string $obtained what came, in the coin: "12.5" */
    public function customerUnderpays(Payment $payment, string $obtained): static
    {
        return $this->reports($payment, GatewayStatus::PARTIAL, ['obtained' => $obtained]);
    }

    /**
     * The gateway says this of a payment from now on.
     *
     * @param string|OrderStatus   $status any text, since the gateway may have new ones
     * @param array<string, mixed> $fields others of Aurpay\Order::detail()
     */
    public function reports(Payment $payment, string|OrderStatus $status, array $fields = []): static
    {
        $this->gateway->orders->change($payment, ['status' => $status instanceof OrderStatus ? $status->value : $status] + $fields);

        return $this;
    }

    /**
     * Answers the next calls, one each. After them, the gateway answers as before.
     *
     * @param string $call "orders.refund", or "POST /api/path" for Client::request()
     * @param array<array-key, mixed>|Fault ...$answers what the method returns, or how it fails
     *
     * @throws \ValueError if there is no such call; the message has those that are
     */
    public function answers(string $call, array|Fault ...$answers): static
    {
        $this->gateway->willAnswer($call, array_values($answers));

        return $this;
    }

    /**
     * The answer of the next refund is lost.
     *
     * @param bool $executed whether the coins are gone
     */
    public function refundUnknown(bool $executed = true): static
    {
        return $this->answers('orders.refund', Fault::lost($executed));
    }

    /** No call reaches the gateway until reachable(). */
    public function unreachable(): static
    {
        $this->gateway->outage(Fault::unreachable());

        return $this;
    }

    public function reachable(): static
    {
        $this->gateway->outage(null);

        return $this;
    }

    /**
     * A callback about a payment, signed as the gateway signs.
     *
     * @param array<string, mixed> $fields of the body, in place of the usual ones
     * @param string|null          $date   ISO-8601 with a zone; null for now, by the machine's clock
     *
     * @return array{url: string, headers: array<string, string>, body: string}
     */
    public function callback(Payment $payment, array $fields = [], ?string $date = null): array
    {
        $signer = new \Aurpay\Callback(self::SETTINGS['callback_token'], self::SETTINGS['callback_secret']);
        $id = $this->gateway->orders->idOf($payment);

        return [
            'url' => $payment->callback_url,
            'headers' => $signer->sign($payment->callback_url, $date),
            // The gateway's own callbacks say PENDING, whatever became of the payment.
            'body' => FakeGateway::json($fields + ['order_id' => $id, 'status' => GatewayStatus::PENDING]),
        ];
    }

    /**
     * Sends a callback about a payment through the application's own route and middleware.
     *
     * @param array<string, mixed> $fields as for callback()
     *
     * @return TestResponse<\Illuminate\Http\Response>
     */
    public function sendCallback(Payment $payment, array $fields = [], ?string $date = null): TestResponse
    {
        $callback = $this->callback($payment, $fields, $date);
        $server = ['CONTENT_TYPE' => 'application/json'];
        foreach ($callback['headers'] as $name => $value) {
            $server['HTTP_' . strtoupper(strtr($name, '-', '_'))] = $value;
        }
        $request = Request::create($callback['url'], 'POST', server: $server, content: $callback['body']);
        $response = $this->asNobody(static function (Kernel $kernel) use ($request): Response {
            $response = $kernel->handle($request);
            $kernel->terminate($request, $response);

            return $response;
        });

        /** @var TestResponse<\Illuminate\Http\Response> */
        return TestResponse::fromBaseResponse($response, $request);
    }

    /**
     * @param string|null $call null for all
     *
     * @return list<SentCall> what would have gone to the gateway, in its order
     */
    public function sent(?string $call = null): array
    {
        return $this->gateway->sent($call);
    }

    /** @param (\Closure(SentCall): bool)|null $check whether a call is the one */
    public function assertSent(string $call, ?\Closure $check = null): static
    {
        Assert::assertNotEmpty(
            array_filter($this->sent($call), $check ?? static fn (): bool => true),
            $check === null ? "$call was not sent." : "No $call was sent that passes the check. " . $this->list(),
        );

        return $this;
    }

    /** @param (\Closure(SentCall): bool)|null $check whether a call is the one */
    public function assertNotSent(string $call, ?\Closure $check = null): static
    {
        Assert::assertEmpty(
            array_filter($this->sent($call), $check ?? static fn (): bool => true),
            "$call was sent. " . $this->list(),
        );

        return $this;
    }

    public function assertSentTimes(string $call, int $times): static
    {
        Assert::assertCount($times, $this->sent($call), "$call was not sent $times times. " . $this->list());

        return $this;
    }

    public function assertNothingSent(): static
    {
        Assert::assertSame([], $this->sent(), $this->list());

        return $this;
    }

    /**
     * The gateway is not logged in, whoever the test acts as: a scope of the customer's own orders would find one here,
     * and none in the shop.
     *
     * @template T
     *
     * @param \Closure(Kernel): T $do
     *
     * @return T
     */
    private function asNobody(\Closure $do): mixed
    {
        $auth = $this->app->make('auth');
        // Laravel can forget who is logged in, but has no way to remember.
        $guards = new \ReflectionProperty(AuthManager::class, 'guards');
        $before = $guards->getValue($auth);
        $auth->forgetGuards();
        try {
            return $do($this->app->make(Kernel::class));
        } finally {
            $guards->setValue($auth, $before);
        }
    }

    /** Of this test alone: a shop's cache can outlive it, and can have the coins of the real gateway. */
    protected function coinCache(): Cache
    {
        return $this->coins ??= new MemoryCache(new ArrayStore());
    }

    private function list(): string
    {
        $names = array_map(static fn (SentCall $call): string => rtrim("$call->name $call->id"), $this->sent());

        return $names === [] ? 'Nothing was sent.' : 'Sent were: ' . implode(', ', $names) . '.';
    }
}
