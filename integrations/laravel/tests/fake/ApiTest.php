<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests\Fake;

use Aurpay\Callback;
use Aurpay\CallbackException;
use Aurpay\CallbackReason;
use Aurpay\Client;
use Aurpay\Credentials;
use Aurpay\Laravel\Facades\Aurpay;
use Aurpay\Laravel\Tests\Support\FakeTestCase;
use Aurpay\Lightning;
use Aurpay\Order;
use Aurpay\Transaction;
use Aurpay\Wallet;

/** Every method of the namespace Aurpay, through the fake. */
final class ApiTest extends FakeTestCase
{
    private const CREATE = ['chain' => 'TRX', 'currency' => 'USDT-TRC20', 'vs_price' => '1.50', 'vs_currency' => 'USD'];

    public function testEveryMethodThatCallsReturnsWhatTheFakeAnswers(): void
    {
        $orders = app(Order::class);
        $payment = Aurpay::pay($this->order(), self::COIN);
        $this->aurpay->customerPays($payment);
        $id = (string) $payment->gateway_id;
        $transactions = ['page' => 1, 'size' => 10, 'total' => 1, 'max_page' => 1, 'data' => [['tx_id' => 'T1']]];
        $this->aurpay
            ->answers('fetchApiKey', ['api_key' => 'K', 'user_id' => 'U'])
            ->answers('transactions.list', $transactions, $transactions)
            ->answers('wallet.list', [['chain' => 'BTC']])
            ->answers('wallet.withdraw', ['tx_id' => 'W1'])
            ->answers('wallet.selfCustody', [['chain' => 'ETH']])
            ->answers('lightning.balance', ['balance' => '0.5'])
            ->answers('lightning.createOrder', ['order_id' => 'L1'])
            ->answers('lightning.withdraw', ['tx_id' => 'L2'])
            ->answers('PUT /api/other', ['a' => 'b']);
        $withdrawal = ['chain' => 'TRX', 'currency' => 'USDT-TRC20', 'amount' => '2'];
        $calls = [
            'Client::fetchApiKey' => [fn () => app(Client::class)->fetchApiKey()['api_key'], 'K'],
            'Client::request' => [fn () => app(Client::class)->request('PUT', '/api/other'), ['a' => 'b']],
            'Order::fiatCurrencies' => [fn () => $orders->fiatCurrencies()[0]['currency'], 'USD'],
            'Order::cryptoCurrencies' => [fn () => $orders->cryptoCurrencies()[0]['currency'], 'BTC'],
            'Order::createPayUrl' => [fn () => array_keys($orders->createPayUrl(['price' => 5, 'currency' => 'EUR'])), ['pay_url']],
            'Order::createPayInfo' => [fn () => $orders->createPayInfo(self::CREATE)['vs_price'], '1.50'],
            'Order::list' => [fn () => array_column($orders->list(['size' => 5])['data'], 'vs_price'), ['1.50', '25.00']],
            'Order::each' => [fn () => array_column(iterator_to_array($orders->each()), 'vs_price'), ['1.50', '25.00']],
            'Order::detail' => [fn () => $orders->detail($id)['status'], 'SUCCESS'],
            'Order::details' => [fn () => array_keys($orders->details([$id])), [$id]],
            'Order::confirm' => [fn () => $orders->confirm($id, '25', 'USD')['order_id'], $id],
            'Order::refundInfo' => [fn () => $orders->refundInfo($id)['amount'], '25.00'],
            'Order::refund' => [fn () => $orders->refund($id)['order_id'], $id],
            'Transaction::list' => [fn () => app(Transaction::class)->list()['data'][0]['tx_id'], 'T1'],
            'Transaction::each' => [fn () => array_column(iterator_to_array(app(Transaction::class)->each()), 'tx_id'), ['T1']],
            'Wallet::list' => [fn () => app(Wallet::class)->list(), [['chain' => 'BTC']]],
            'Wallet::withdraw' => [fn () => app(Wallet::class)->withdraw($withdrawal), ['tx_id' => 'W1']],
            'Wallet::selfCustody' => [fn () => app(Wallet::class)->selfCustody(), [['chain' => 'ETH']]],
            'Lightning::balance' => [fn () => app(Lightning::class)->balance(), ['balance' => '0.5']],
            'Lightning::createOrder' => [fn () => app(Lightning::class)->createOrder(['price' => '1', 'currency' => 'USD']), ['order_id' => 'L1']],
            'Lightning::withdraw' => [fn () => app(Lightning::class)->withdraw(['ln_invoices' => 'lnbc1']), ['tx_id' => 'L2']],
        ];
        $sent = count($this->aurpay->sent());
        foreach ($calls as $name => [$call, $expected]) {
            self::assertSame($expected, $call(), $name);
        }
        self::assertCount($sent + count($calls), $this->aurpay->sent());
        self::assertSame([], array_diff(self::methods(), array_keys($calls)), 'Methods that this test does not call');
    }

    public function testTheOtherMethodsDoWhatTheExtensionDoes(): void
    {
        $client = app(Client::class);
        foreach ([Order::class => 'orders', Transaction::class => 'transactions', Wallet::class => 'wallet', Lightning::class => 'lightning'] as $class => $method) {
            self::assertInstanceOf($class, $client->$method());
        }
        app(Order::class)->cryptoCurrencies();
        $last = $client->lastResponse();
        self::assertSame(['GET', '/api/order/pay/crypto-currency', 200], [$last['method'] ?? '', $last['path'] ?? '', $last['status'] ?? 0]);
        self::assertArrayHasKey('requests', Client::stats());
        $token = Client::login('me', 'secret', ['handler' => static fn (): array => [
            'body' => '{"result":true,"code":0,"data":{"access_token":"A","expire":60}}',
        ]]);
        self::assertSame('A', $token['access_token']);
    }

    public function testARequestIsSignedAsTheVendorsDocumentSays(): void
    {
        $client = new Client(Credentials::signature('token', 'key', 'HMAC-SHA3_256'), ['handler' => static fn (): array => []]);
        $origin = 'HMAC-SHA3_256 | 2026-01-02T03:04:05Z | POST /api/x | ' . md5('{"a":1}');
        self::assertSame([
            'origin' => $origin,
            'body_md5' => md5('{"a":1}'),
            'signature' => base64_encode(hash_hmac('sha3-256', $origin, 'key', true)),
            'headers' => [
                'API-Token' => 'token',
                'Algorithm' => 'HMAC-SHA3_256',
                'Date' => '2026-01-02T03:04:05Z',
                'Body-MD5' => md5('{"a":1}'),
                'Signature' => base64_encode(hash_hmac('sha3-256', $origin, 'key', true)),
            ],
        ], $client->sign('POST', '/api/x', '{"a":1}', '2026-01-02T03:04:05Z'));
    }

    public function testACallbackIsVerifiedAsTheVendorsDocumentSays(): void
    {
        $url = 'https://shop.example/callback?b=2&a=1';
        $date = gmdate('Y-m-d\TH:i:s\Z');
        $good = [
            'Callback-Token' => 'token',
            'Date' => $date,
            'Signature' => base64_encode(hash_hmac('sha256', "$date | $url", 'secret', true)),
        ];
        $callback = new Callback('token', 'secret');
        self::assertSame($good, $callback->sign($url, $date));
        self::assertSame(['HTTP_CALLBACK_TOKEN', 'HTTP_DATE', 'HTTP_SIGNATURE'], array_keys($callback->sign($url, $date, true)));
        self::assertSame(['order_id' => '1'], $callback->verify($url, $good, '{"order_id":"1"}'));
        self::assertSame([], $callback->verify(['http://shop.example/', $url], array_map(static fn (string $value): array => [$value], $good)));
        $reasons = [
            'missing_header' => [$url, ['Signature' => null], null],
            'repeated_header' => [$url, ['Date' => [$date, $date]], null],
            'token' => [$url, ['Callback-Token' => 'other'], null],
            'date' => [$url, ['Date' => 'yesterday'], null],
            'signature' => ['https://shop.example/callback?a=1&b=2', [], null],
            'body' => [$url, [], '[1]'],
        ];
        foreach ($reasons as $reason => [$of, $changes, $body]) {
            self::assertSame($reason, self::refusal($callback, $of, array_filter($changes + $good), $body)->reason->value);
        }
        $old = self::refusal($callback, $url, $callback->sign($url, '2020-01-01T00:00:00Z'), '{"order_id":"1"}');
        self::assertSame([CallbackReason::Stale, ['order_id' => '1']], [$old->reason, $old->body]);
        $byKey = Callback::forApiKey('key');
        self::assertSame(['Api-Key' => 'key'], $byKey->sign($url));
        self::assertSame(['a' => 1], $byKey->verify($url, ['api-key' => 'key'], '{"a":1}'));
        self::assertSame(CallbackReason::Token, self::refusal($byKey, $url, ['Api-Key' => 'other'], null)->reason);
    }

    public function testBlankCredentialsAreRefused(): void
    {
        foreach (['', ' ', "key\n"] as $bad) {
            foreach ([Credentials::apiKey(...), Credentials::accessToken(...), static fn (string $text) => Credentials::signature('t', $text)] as $make) {
                try {
                    $make($bad);
                    self::fail('A blank credential was taken');
                } catch (\ValueError) {
                }
            }
        }
        $this->expectException(\LogicException::class);
        (new Client('key', ['handler' => static fn (): array => []]))->sign('GET', '/');
    }

    /** @return list<string> the methods that call the gateway */
    private static function methods(): array
    {
        $local = ['__construct', '__serialize', 'orders', 'transactions', 'wallet', 'lightning', 'login', 'sign', 'lastResponse', 'stats'];
        $methods = [];
        foreach ([Client::class, Order::class, Transaction::class, Wallet::class, Lightning::class] as $class) {
            foreach ((new \ReflectionClass($class))->getMethods(\ReflectionMethod::IS_PUBLIC) as $method) {
                in_array($method->name, $local, true) || $methods[] = class_basename($class) . "::{$method->name}";
            }
        }

        return $methods;
    }

    /**
     * @param string|list<string>     $url
     * @param array<array-key, mixed> $headers
     */
    private static function refusal(Callback $callback, string|array $url, array $headers, ?string $body): CallbackException
    {
        try {
            $callback->verify($url, $headers, $body);
        } catch (CallbackException $refusal) {
            return $refusal;
        }
        self::fail('It was believed');
    }
}
