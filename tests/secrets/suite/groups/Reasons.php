<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

use Aurpay\Callback;
use Aurpay\CallbackException;
use Aurpay\CallbackReason;
use Aurpay\PaymentException;
use Aurpay\PaymentReason;

/** Every reason why a callback is not believed, and why an order does not count as paid. */
final class Reasons
{
    private const URL = 'https://shop.example/paid';

    public function run(): void
    {
        $reasons = [];
        foreach ($this->callbacks() as $name => [$callback, $headers, $body]) {
            Output::begin("verify(), {$name}");
            $thrown = Output::attempt(static fn (): mixed => $callback->verify(self::URL, $headers, $body), true);
            if ($thrown instanceof CallbackException && $thrown->reason !== null) {
                $reasons[] = $thrown->reason;
            }
            Shown::of($callback);
        }
        self::expectAll(CallbackReason::cases(), $reasons);

        $reasons = [];
        foreach ($this->orders() as $name => [$kind, $order]) {
            Output::begin("confirm(), {$name}");
            $handler = static fn (#[\SensitiveParameter] mixed ...$request): array
                => ['body' => (string) json_encode(['code' => 0, 'result' => true, 'data' => $order])];
            $values = new Values(['handler' => $handler, 'logger' => new Logger()], $kind);
            $object = $values->object('Aurpay\Order');
            $thrown = $object instanceof \Aurpay\Order
                ? Output::attempt(static fn (): mixed => $object->confirm('4711', '10', 'USD'), true)
                : null;
            if ($thrown instanceof PaymentException && $thrown->reason !== null) {
                $reasons[] = $thrown->reason;
            }
        }
        self::expectAll(PaymentReason::cases(), $reasons);
    }

    /** @return iterable<string, array{Callback, array<string, mixed>, ?string}> */
    private function callbacks(): iterable
    {
        $callback = new Callback(Markers::of('callback token'), Markers::of('callback secret'));
        $headers = $callback->sign(self::URL);
        $secrets = Markers::of('callback token') . Markers::of('callback secret');
        foreach (array_keys($headers) as $name) {
            yield "without {$name}" => [$callback, array_diff_key($headers, [$name => 0]), Markers::of('body')];
            yield "{$name} twice" => [$callback, [$name => [$headers[$name], $headers[$name]]] + $headers, null];
            yield "{$name} with a secret" => [$callback, [$name => $secrets] + $headers, Markers::of('body')];
            yield "{$name} is an object" => [$callback, [$name => new \ArrayObject([$secrets])] + $headers, null];
            yield "a secret in place of {$name}" => [$callback, [$secrets => 1] + array_diff_key($headers, [$name => 0]), null];
        }
        yield 'no JSON' => [$callback, $headers, Markers::of('body')];
        yield 'no object' => [$callback, $headers, (string) json_encode([Markers::of('body')])];
        yield 'deep' => [$callback, $headers, '{"x":' . str_repeat('[', 99) . json_encode(Markers::of('body'))];
        yield 'stale' => [$callback, $callback->sign(self::URL, '2020-01-01T00:00:00Z'), '{}'];
        yield 'stale, no JSON' => [$callback, $callback->sign(self::URL, '2020-01-01T00:00:00Z'), Markers::of('body')];
        $byKey = Callback::forApiKey(Markers::of('api key'));
        yield 'the key is missing' => [$byKey, [], Markers::of('body')];
        yield 'another key' => [$byKey, ['Api-Key' => 'x' . Markers::of('api key')], Markers::of('body')];
        yield 'two keys' => [$byKey, ['Api-Key' => [Markers::of('api key'), 'x']], Markers::of('body')];
        yield 'the key, no JSON' => [$byKey, ['Api-Key' => Markers::of('api key')], Markers::of('body')];
    }

    /** @return iterable<string, array{string, array<string, mixed>}> the credentials, and what the server answers */
    private function orders(): iterable
    {
        $order = ['order_id' => '4711', 'status' => 'SUCCESS', 'vs_price' => '10', 'vs_currency' => 'USD'];
        $kinds = ['api key' => ['api key'], 'api secret' => ['api token', 'api secret'], 'access token' => ['access token']];
        foreach ($kinds as $kind => $secrets) {
            foreach ($secrets as $secret) {
                yield "without a name, {$secret}" => [$kind, ['order_id' => null, 'remark' => Markers::of($secret)] + $order];
                foreach (array_keys($order) as $name) {
                    $answer = [$name => Markers::of($secret), 'remark' => Markers::of($secret)] + $order;
                    yield "{$name} is {$secret}" => [$kind, $answer];
                }
            }
        }
    }

    /**
     * @param list<\UnitEnum> $all
     * @param list<\UnitEnum> $seen
     */
    private static function expectAll(array $all, array $seen): void
    {
        foreach ($all as $case) {
            if (!in_array($case, $seen, true)) {
                throw new \LogicException($case::class . "::{$case->name} was not reached");
            }
        }
    }
}
