<?php

declare(strict_types=1);

namespace AurpayTest\Oom;

use Aurpay\AzPays;
use Aurpay\Callback;
use Aurpay\Client;
use Aurpay\Credentials;
use Aurpay\EnayaPay;
use AurpayTest\Faults\Call;
use AurpayTest\Faults\Calls;
use AurpayTest\Faults\Clients;

/** Each method of each class that needs memory of the extension. */
final class Subjects
{
    private const URL = 'https://shop.example/callback?order=7';
    private const DATE = '2024-06-17T00:00:00.000Z';

    /** A key of 1024 bits. */
    private const KEY = 'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDhw+SyTedpFTgNGfZpB5sqmvjvWmpLJLv7cRANkKGM5Z/3Xl8caJkt'
        . 'OUUjEdFCPzVhzhd6LGbdBnUTNsNEmbTP7PBAvi9xn8d9w6EAYVMz7H6f3EvDG1cn19ggq0I23vhPuOfk/s1s0DV0OLdEajAtKCzKVXMp'
        . '0wFTIPO8qmckFwIDAQAB';

    /** @return list<Subject> */
    public static function all(): array
    {
        return [...self::calls(), ...self::walks(), ...self::local()];
    }

    /** @return list<Subject> every endpoint */
    private static function calls(): array
    {
        return array_map(static fn (Call $call): Subject => new Subject(
            $call->name,
            $call->isRead,
            $call->provider->success($call),
            $call->make,
        ), Calls::all());
    }

    /** @return list<Subject> methods that make several calls, or look at the answer */
    private static function walks(): array
    {
        $page = self::success('{"page":1,"size":10,"total":2,"max_page":1,"data":[{"order_id":"1"},{"order_id":"2"}]}');
        $paid = self::success('{"order_id":"7","status":"SUCCESS","vs_price":19.99,"vs_currency":"USD"}');
        $purses = ['body' => '{"succeed":true,"message":"ok","results":[{"uuid":"a"}],"metas":{"current_page":1}}'];

        return [
            new Subject('Order::each', true, $page, static fn (Clients $c): array
                => iterator_to_array($c->signing()->orders()->each(), false)),
            new Subject('Order::details', true, self::success('{"amount":18.0098}'), static fn (Clients $c): array
                => self::rethrown($c->signing()->orders()->details(['1', '2', '3', '4']))),
            new Subject('Order::confirm', true, $paid, static fn (Clients $c): array
                => $c->signing()->orders()->confirm('7', '19.99', 'USD')),
            new Subject('Transaction::each', true, $page, static fn (Clients $c): array
                => iterator_to_array($c->signing()->transactions()->each(), false)),
            new Subject('AzPays\Client::eachTransaction', true, $purses, static fn (Clients $c): array
                => iterator_to_array($c->azPays()->eachTransaction(), false)),
            new Subject('AzPays\Client::request', true, $purses, static fn (Clients $c): mixed
                => $c->azPays()->request('GET', '/any')),
            new Subject('EnayaPay\Client::request', false, ['body' => '{"response_code":0}'], static fn (Clients $c): mixed
                => $c->enayaPay()->request('POST', '/any', ['a' => 1])),
        ];
    }

    /** @return list<Subject> methods that reach no server */
    private static function local(): array
    {
        $callback = new Callback('token', 'secret', PHP_INT_MAX >> 20);
        $headers = $callback->sign(self::URL, self::DATE);
        $client = new Client(Credentials::signature('token', 'secret'));

        return [
            new Subject('Credentials::signature', true, null, static fn (): string
                => Credentials::signature('token', 'secret')::class),
            new Subject('new Client', true, null, static fn (): string => (new Client('key'))::class),
            new Subject('Client::sign', true, null, static fn (): array
                => $client->sign('POST', '/a?b=1', '{"price":10}', self::DATE)),
            new Subject('Client::sign, a new client', true, null, static fn (): array
                => (new Client(Credentials::signature('token', 'secret', 'HMAC-SHA3_256')))
                    ->sign('GET', '/a', null, self::DATE)),
            new Subject('new Callback', true, null, static fn (): string => (new Callback('token', 'secret'))::class),
            new Subject('Callback::forApiKey', true, null, static fn (): string => Callback::forApiKey('key')::class),
            new Subject('Callback::sign', true, null, static fn (): array => $callback->sign(self::URL, self::DATE)),
            new Subject('Callback::verify', true, null, static fn (): array
                => $callback->verify(self::URL, $headers, '{"order_id":"7","price":1.50}')),
            new Subject('Callback::verify, a new one', true, null, static fn (): array
                => (new Callback('token', 'secret', PHP_INT_MAX >> 20))->verify([self::URL], $headers)),
            new Subject('EnayaPay\Ipin::encrypt', true, null, static fn (): int
                => strlen(EnayaPay\Ipin::encrypt(self::KEY, '9a2733ca-f523-4f9f-b20c-3135153f3cad', '0123'))),
            new Subject('new AzPays\Client', true, null, static fn (): string => (new AzPays\Client('token'))::class),
            new Subject('new EnayaPay\Client', true, null, static fn (): string
                => (new EnayaPay\Client('key'))::class),
        ];
    }

    /** @return array<string, mixed> */
    private static function success(string $data): array
    {
        return ['status' => 200, 'body' => '{"code":0,"message":"ok","data":' . $data . ',"result":true}'];
    }

    /**
     * The results of many calls, or the exception of the first that failed.
     *
     * @param array<array-key, mixed> $results
     * @return array<array-key, mixed>
     */
    private static function rethrown(array $results): array
    {
        foreach ($results as $result) {
            if ($result instanceof \Throwable) {
                throw $result;
            }
        }

        return $results;
    }
}
