<?php

declare(strict_types=1);

namespace AurpayTest\Enemy;

use Aurpay\AurpayException;
use Aurpay\AzPays;
use Aurpay\Callback;
use Aurpay\Client;
use Aurpay\Credentials;
use Aurpay\EnayaPay;
use Aurpay\TransportReason;

/**
 * One call of each kind: each takes its own way through the extension. What a call needs is made beforehand, so that only
 * the call itself runs under a memory limit.
 */
final class Kinds
{
    private const URL = 'https://shop.example/x';
    private const KEY = 'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCwziMMEJQqSdtX25tbza72U6ZIBO5I1QekESxh4lWCi0gAUpbfk2NKbLPLG41uG4q1JL0nYSRHtIgeSTjfw34Kto4JQejNTVFxNmrmjopOhClQHmmFzDPKqkTFfSXFqiCw9CboP5HrKkU3uv9dJFOWKf0er3/n0FdIclAnYB8jBQIDAQAB';

    /** Has the form of a pin; no connection uses it. */
    private const PIN = 'sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';

    /** @return array<string, \Closure(): mixed> with the option handler */
    public static function withHandler(): array
    {
        $kinds = [];
        foreach (self::onWire(['handler' => self::answer(...)], ['handler' => self::answer(...)]) as $name => $call) {
            $kinds["{$name}, handler"] = $call;
        }

        return $kinds + self::failures() + self::withoutSending();
    }

    /**
     * @param array<string, mixed> $aurpay options of a client for a server that answers as Wire does
     * @param array<string, mixed> $azpays the same for AzPays
     * @return array<string, \Closure(): mixed>
     */
    public static function onWire(array $aurpay, array $azpays): array
    {
        $client = new Client(Credentials::signature('token-of-a-shop', 'secret-of-a-shop'), $aurpay + ['logger' => new Logger()]);
        [$orders, $many] = [$client->orders(), array_map(strval(...), range(1, 12))];
        $purses = new AzPays\Client('access-token', $azpays);
        $user = new EnayaPay\Client('enaya-key', $aurpay);

        return [
            'a read' => static fn (): array => $orders->detail('1'),
            'a POST' => static fn (): array => $orders->createPayUrl(['price' => '1.50', 'currency' => 'USD', 'callback_url' => self::URL]),
            'a list with a filter' => static fn (): array => $orders->list(['status' => 'SUCCESS', 'page' => 1, 'st' => new \DateTimeImmutable('@0')]),
            'many reads' => static fn (): array => $orders->details($many),
            'a walk over pages' => static fn (): array => iterator_to_array($orders->each(['size' => 1]), false),
            'a confirmation' => static fn (): array => $orders->confirm('1', '1', '1'),
            'request()' => static fn (): mixed => $client->request('POST', '/x?a=1', ['a' => ['b' => [1, '2', null]], 'c' => 'ü']),
            'a login' => static fn (): array => Client::login('user', 'password', $aurpay),
            'an AzPays code' => static fn (): array => AzPays\Client::verify('1', '000000', $azpays),
            'AzPays pages' => static fn (): array => iterator_to_array($purses->eachTransaction(), false),
            'an EnayaPay balance' => static fn (): array => $user->balance('user-token', ['pan' => '1', 'ipin' => '2', 'uuid' => '3', 'expiration_date' => '4']),
        ];
    }

    /** @return array<string, \Closure(): mixed> calls that end with an exception, which holds the answer */
    private static function failures(): array
    {
        $caught = static function (array $answer, string $method): \Closure {
            $orders = (new Client('key-of-a-shop', ['handler' => static fn (): array => $answer, 'logger' => new Logger(), 'retries' => 0]))->orders();

            return static function () use ($orders, $method): string {
                try {
                    $orders->{$method}('1');
                } catch (AurpayException $exception) {
                    return $exception->getMessage();
                }
                throw new \LogicException('nothing was thrown');
            };
        };
        $refusal = json_encode(['code' => 7, 'result' => false, 'message' => 'no key-of-a-shop', 'data' => array_fill(0, 50, ['token' => 'x'])], JSON_THROW_ON_ERROR);

        return [
            'a refusal' => $caught(['body' => $refusal], 'refund'),
            'a refusal of the credentials' => $caught(['status' => 401, 'headers' => ['Date' => 'Mon, 17 Jun 2024 00:00:00 GMT'], 'body' => $refusal], 'detail'),
            'a rate limit' => $caught(['status' => 429, 'headers' => ['Retry-After' => '5'], 'body' => $refusal], 'detail'),
            'an answer that is not the API\'s' => $caught(['status' => 502, 'body' => '<html>'], 'refund'),
            'the answer for another order' => $caught(['body' => Wire::body('/2', false)], 'detail'),
            'a lost answer' => $caught(['fault' => TransportReason::Lost, 'sent' => true], 'refund'),
            'a failed connection' => $caught(['fault' => TransportReason::Connection], 'detail'),
        ];
    }

    /** @return array<string, \Closure(): mixed> */
    private static function withoutSending(): array
    {
        $client = new Client(Credentials::signature('token-of-a-shop', 'secret-of-a-shop'), ['handler' => self::answer(...)]);
        $client->orders()->detail('1');
        $callback = new Callback('callback-token', 'callback-secret');
        $body = json_encode(array_fill_keys(range(1000, 1100), ['amount' => 1.5, 'text' => "\u{fc}"]), JSON_THROW_ON_ERROR);
        $headers = $callback->sign(self::URL);
        $stale = $callback->sign(self::URL, '2024-06-17T00:00:00Z');

        return [
            'a callback' => static fn (): array => $callback->verify([self::URL, 'http://shop.example/x'], $headers, $body),
            'a stale callback' => static function () use ($callback, $stale, $body): string {
                try {
                    $callback->verify(self::URL, $stale, $body);
                } catch (\Aurpay\CallbackException $exception) {
                    return count($exception->body ?? []) . $exception->getMessage();
                }
                throw new \LogicException('the callback is not stale');
            },
            'a forged callback' => static function () use ($callback, $headers): string {
                try {
                    $callback->verify(self::URL . '/y', $headers);
                } catch (\Aurpay\CallbackException $exception) {
                    return $exception->getMessage();
                }
                throw new \LogicException('the callback is believed');
            },
            'a signed callback' => static fn (): array => $callback->sign(self::URL, null, true),
            'Callback::forApiKey()' => static fn (): object => Callback::forApiKey('key-of-a-shop'),
            'Client::sign()' => static fn (): array => $client->sign('POST', '/x?a=1', str_repeat('body', 100)),
            'lastResponse()' => static fn (): mixed => $client->lastResponse(),
            'stats()' => static fn (): array => Client::stats(),
            'Ipin::encrypt()' => static fn (): string => EnayaPay\Ipin::encrypt(self::KEY, '11111111-2222-3333-4444-555555555555', '1234'),
            'a new client' => static fn (): object => new Client('key-of-a-shop', [
                'base_uri' => 'https://shop.example/', 'timeout' => '1.5', 'ca_file' => __FILE__, 'pinned_public_key' => self::PIN, 'proxy' => 'http://user:password@127.0.0.1:1/',
                'user_agent' => 'shop', 'handler' => self::answer(...), 'logger' => new Logger(), 'ip_version' => 4,
            ]),
            'new credentials' => static fn (): object => Credentials::signature('token-of-a-shop', 'secret-of-a-shop'),
            'a refused option' => static function (): string {
                try {
                    new Client('key', ['calback_url' => 1]);
                } catch (\ValueError $error) {
                    return $error->getMessage();
                }
                throw new \LogicException('it is not refused');
            },
            'a refused parameter' => static function () use ($client): string {
                try {
                    $client->orders()->createPayUrl(['pirce' => 1, 'currency' => 'USD']);
                } catch (\ValueError $error) {
                    return $error->getMessage();
                }
                throw new \LogicException('it is not refused');
            },
            'a dump of credentials' => static fn (): string => print_r(Credentials::signature('token', 'secret'), true),
        ];
    }

    /** @return array<string, mixed> */
    private static function answer(string $method, string $target): array
    {
        return ['body' => Wire::body($target, preg_match('~^/v1/~', $target) === 1)];
    }
}
