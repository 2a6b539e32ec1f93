<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests;

use Aurpay\Laravel\Events\CallbackRejected;
use Aurpay\Laravel\Models\Payment;
use Aurpay\Laravel\Models\ReceivedCallback;
use Aurpay\Laravel\Tests\Support\TestCase;
use AurpayTest\PhpUnit\CallbackSignature;
use Illuminate\Log\Events\MessageLogged;
use Illuminate\Support\Facades\Log;
use Illuminate\Support\Facades\Schema;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('A callback')]
final class CallbackTest extends TestCase
{
    #[TestDox('is verified by the URL that the gateway was given, byte for byte, although Laravel sorts the query of a URL')]
    public function testUnsortedQuery(): void
    {
        $payment = $this->waiting();
        $payment->update(['callback_url' => "$payment->callback_url?b=2&a=1&a%5B%5D=%7e"]);
        $this->gateway->play((string) $payment->gateway_id, 'pay');

        $this->deliver($payment)->assertOk();

        self::assertStringEndsWith('?a%5B0%5D=~&b=2', request()->fullUrl(), 'Laravel sorts it');
        self::assertSame(['PaymentConfirmed'], $this->told());
        $date = CallbackSignature::date(time());
        $this->deliver($payment, headers: ['Date' => $date, 'Signature' => CallbackSignature::of(
            $date,
            explode('?', $payment->callback_url)[0] . '?a%5B0%5D=~&b=2',
            $this->gateway->merchant->get('callback_secret'),
        )])->assertForbidden();
    }

    #[TestDox('pays the order once, however often it comes, by POST or GET, although its body says PENDING')]
    public function testOnce(): void
    {
        $order = $this->order();
        $payment = $this->waiting($order);
        $this->gateway->play((string) $payment->gateway_id, 'pay');

        foreach ([[], [], null, []] as $body) {
            $this->deliver($payment, $body)->assertOk()->assertSee('OK');
        }

        self::assertSame(['paid', 1], [$order->refresh()->status, $order->times_paid]);
        self::assertSame(['PaymentConfirmed'], $this->told());
        self::assertSame(4, ReceivedCallback::query()->where('http_status', 200)->count());
    }

    #[TestDox('of a payment that is not paid changes nothing')]
    public function testNotPaid(): void
    {
        $payment = $this->waiting();

        $this->deliver($payment, ['status' => 'SUCCESS'])->assertOk();

        self::assertSame([], $this->told());
        self::assertSame(['PENDING', null], [$payment->refresh()->status, $payment->confirmed_for]);
    }

    /**
     * @return iterable<string, array{array<string, string|null>, int, string}>
     */
    public static function forgeries(): iterable
    {
        yield 'no signature' => [['Signature' => null], 403, 'missing_header'];
        yield 'another signature' => [['Signature' => base64_encode(str_repeat('x', 32))], 403, 'signature'];
        yield 'another token' => [['Callback-Token' => 'other'], 403, 'token'];
        yield 'no date' => [['Date' => null], 403, 'missing_header'];
        yield 'another date than the one that was signed' => [['Date' => '2024-06-17T00:00:00Z'], 403, 'signature'];
        yield 'a date that is none' => [['Date' => 'yesterday'], 403, 'date'];
    }

    /** @param array<string, string|null> $headers */
    #[DataProvider('forgeries')]
    #[TestDox('with $_dataName is refused, and nothing is asked')]
    public function testForged(array $headers, int $status, string $reason): void
    {
        $payment = $this->waiting();
        $this->gateway->play((string) $payment->gateway_id, 'pay');
        $before = count($this->gateway->calls());

        $this->deliver($payment, [], $headers)->assertStatus($status);

        self::assertSame([], $this->told());
        self::assertCount($before, $this->gateway->calls());
        $kept = ReceivedCallback::query()->sole();
        self::assertSame([$payment->id, $status, $reason], [$kept->payment_id, $kept->http_status, $kept->reason]);
        self::assertInstanceOf(CallbackRejected::class, $this->told[0]);
    }

    #[TestDox('with an old date and a right signature makes the shop ask, and pays')]
    public function testStale(): void
    {
        $payment = $this->waiting();
        $this->gateway->play((string) $payment->gateway_id, 'pay');

        $this->deliver($payment, time: time() - 86400)->assertOk();

        self::assertSame(['PaymentConfirmed'], $this->told());
    }

    #[TestDox('that is signed for another payment is refused')]
    public function testOtherUrl(): void
    {
        [$mine, $other] = [$this->waiting(), $this->waiting()];
        $this->gateway->play((string) $other->gateway_id, 'pay');

        $this->deliver($mine, [], url: $other->callback_url)->assertForbidden();

        self::assertSame([], $this->told());
    }

    #[TestDox('that names the payment of another order is refused with 409, and pays neither')]
    public function testOtherId(): void
    {
        [$mine, $other] = [$this->waiting(), $this->waiting()];
        $this->gateway->play((string) $other->gateway_id, 'pay');

        $this->deliver($mine, ['order_id' => $other->gateway_id])->assertStatus(409);
        $this->deliver($mine, ['order_id' => '20240806071926377966'])->assertStatus(409);

        self::assertSame([], $this->told());
        self::assertNull($mine->refresh()->confirmed_for);
    }

    /**
     * @return iterable<string, array{string}>
     */
    public static function bodies(): iterable
    {
        yield 'empty' => [''];
        yield 'no JSON' => ['<html>'];
        yield 'a list' => ['[{"order_id": "1"}]'];
        yield 'a text' => ['"1"'];
        yield 'without an id' => ['{}'];
        yield 'with a list as id' => ['{"order_id": ["1"]}'];
        yield 'with a path as id' => ['{"order_id": "../../wallet"}'];
        yield 'too large' => ['{"order_id": "1", "x": "' . str_repeat('x', 70_000) . '"}'];
    }

    #[DataProvider('bodies')]
    #[TestDox('whose body is $_dataName gets 400')]
    public function testBody(string $body): void
    {
        $this->deliver($this->waiting(), $body)->assertStatus(400);

        self::assertSame([], $this->told());
    }

    #[TestDox('at an address of no payment gets 403, and one that is no token 400; nothing is written down, as anyone can send it')]
    public function testUnknownToken(): void
    {
        $payment = $this->waiting();
        $base = dirname($payment->callback_url);

        $this->deliver($payment, url: "$base/" . str_repeat('a', 40))->assertForbidden();
        foreach (["$base/1", "$base/a/b", "$base/" . str_repeat('a', 41), "$base/%00"] as $url) {
            $this->deliver($payment, url: $url)->assertStatus(400);
        }
        self::assertSame([0, []], [ReceivedCallback::query()->count(), $this->told]);
    }

    #[TestDox('is repeated with 503 while the gateway does not answer, and pays then')]
    public function testGatewayDown(): void
    {
        $payment = $this->waiting();
        $this->gateway->play((string) $payment->gateway_id, 'pay');
        $this->gateway->fault(['path' => '/api/v2/order/', 'status' => 502, 'count' => 0]);

        $this->deliver($payment)->assertStatus(503)->assertHeader('Retry-After');
        $this->gateway->clearFaults();
        $this->deliver($payment)->assertOk();

        self::assertSame(['PaymentConfirmed'], $this->told());
    }

    #[TestDox('is accepted with the previous token and secret while they are rotated')]
    public function testRotation(): void
    {
        $payment = $this->waiting();
        $this->gateway->play((string) $payment->gateway_id, 'pay');
        config([
            'aurpay.previous_callback_token' => config('aurpay.callback_token'),
            'aurpay.previous_callback_secret' => config('aurpay.callback_secret'),
            'aurpay.callback_token' => 'new-token',
            'aurpay.callback_secret' => 'new-secret',
        ]);
        $date = CallbackSignature::date(time());

        $this->deliver($payment)->assertOk();
        $this->deliver($payment, [], [
            'Callback-Token' => 'new-token',
            'Date' => $date,
            'Signature' => CallbackSignature::of($date, $payment->callback_url, 'new-secret'),
        ])->assertOk();
        $this->deliver($payment, [], [
            'Callback-Token' => 'new-token',
        ])->assertForbidden();
    }

    #[TestDox('of a hosted payment names it; a second coin gets a row of its own')]
    public function testHosted(): void
    {
        $order = $this->order();
        $payment = $this->aurpay()->payHosted($order);
        self::assertSame([null, ''], [$payment->gateway_id, $payment->coin]);
        $ids = [
            $this->gateway->choose($payment->pay_url, 'BTC', 'BTC'),
            $this->gateway->choose($payment->pay_url, 'ETH', 'ETH', 'choose_again'),
        ];
        $this->gateway->play($ids[1], 'pay');

        $this->deliver($payment, ['order_id' => $ids[0]])->assertOk();
        $this->deliver($payment, ['order_id' => $ids[1]])->assertOk();

        self::assertSame($ids, Payment::query()->orderBy('id')->pluck('gateway_id')->all());
        self::assertSame(['PaymentConfirmed'], $this->told());
        self::assertSame($ids[1], $order->refresh()->aurpayPayment()?->gateway_id);
    }

    #[TestDox('by GET for a hosted payment whose id is not known yet gets 400, so that the gateway repeats it')]
    public function testGetHosted(): void
    {
        $this->deliver($this->aurpay()->payHosted($this->order()), null)->assertStatus(400);
    }

    #[TestDox('that the database cannot look up is repeated, and the log has no token')]
    public function testBrokenDatabase(): void
    {
        $payment = $this->waiting();
        $lines = [];
        Log::listen(static function (MessageLogged $logged) use (&$lines): void {
            $lines[] = $logged->message . json_encode($logged->context);
        });
        Schema::rename('aurpay_payments', 'other');

        $this->deliver($payment)->assertStatus(503);

        self::assertStringContainsString('could not be handled', implode($lines));
        self::assertStringNotContainsString($payment->token, implode($lines));
    }

    #[TestDox('leaves no credential in the request for debug pages')]
    public function testForgotten(): void
    {
        $payment = $this->waiting();

        $this->deliver($payment)->assertOk();

        $request = request();
        foreach (['Callback-Token', 'Signature'] as $name) {
            self::assertNull($request->header($name));
            self::assertNull($request->server('HTTP_' . strtoupper(strtr($name, '-', '_'))));
        }
    }
}
