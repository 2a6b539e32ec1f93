<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests;

use Aurpay\ApiException;
use Aurpay\AurpayException;
use Aurpay\Laravel\Models\Payment;
use Aurpay\Laravel\PaymentState;
use Aurpay\Laravel\StoreFailure;
use Aurpay\Laravel\Tests\Support\TestCase;
use Aurpay\Laravel\UnusableAnswerException;
use Aurpay\OutcomeUnknownException;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Log\Events\MessageLogged;
use Illuminate\Support\Facades\Log;
use Illuminate\Support\Facades\Schema;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('A payment')]
final class PaymentTest extends TestCase
{
    #[TestDox('in a coin of the shop has its id, amount and address at once, and is stored before anything is sent')]
    public function testCoin(): void
    {
        $payment = $this->waiting();

        self::assertSame([PaymentState::Open, 'PENDING', '25.00', 'USD', 'ETH', 'USDT-ERC20'], [
            $payment->state, $payment->status, $payment->price, $payment->currency, $payment->chain, $payment->coin,
        ]);
        self::assertNotSame('', $payment->address);
        self::assertMatchesRegularExpression('/^[0-9]+\.[0-9]+$/', $payment->amount);
        self::assertSame('PENDING', $this->gateway->status((string) $payment->gateway_id));
        self::assertStringStartsWith(self::SHOP . '/aurpay/callback/', $payment->callback_url);
        self::assertGreaterThan(time(), $payment->next_ask_at);
    }

    #[TestDox('that is tried again gets the open one; another coin or another price gets a new one')]
    public function testAgain(): void
    {
        $order = $this->order();
        $ids = [$this->waiting($order)->id, $this->waiting($order)->id, $this->waiting($order, 'BTC/BTC')->id, $this->waiting($order)->id];
        $order->update(['price' => '26.00']);
        $ids[] = $this->waiting($order)->id;
        $this->later(26);
        $ids[] = $this->waiting($order)->id;

        self::assertSame([1, 1, 2, 1, 3, 4], $ids);
    }

    #[TestDox('keeps what the price says, digit for digit')]
    public function testExact(): void
    {
        foreach (['19.90', '1999', '0.01000001', '123456789012.345678'] as $price) {
            $payment = $this->waiting($this->order($price));
            $asked = $this->gateway->merchant->control('GET', "/orders/{$payment->gateway_id}")['vs_price'] ?? null;
            self::assertIsString($asked);
            // The sandbox writes 19.90 as 19.9, and 1999 as 1999.0.
            $plain = static fn (string $number): string => rtrim(rtrim(str_contains($number, '.') ? $number : "$number.", '0'), '.');
            self::assertSame([$price, $plain($price)], [$payment->price, $plain($asked)]);
        }
    }

    /**
     * @return iterable<string, array{array<string, mixed>, class-string<AurpayException>, PaymentState}>
     */
    public static function faults(): iterable
    {
        yield 'the gateway refuses' => [['status' => 200, 'body' => '{"code":400,"message":"no","result":false}', 'content_type' => 'application/json'], ApiException::class, PaymentState::Refused];
        yield 'the answer is lost' => [['drop' => true, 'execute' => true], OutcomeUnknownException::class, PaymentState::Unknown];
        yield 'the gateway answers 502' => [['status' => 502], OutcomeUnknownException::class, PaymentState::Unknown];
    }

    /**
     * @param array<string, mixed>          $fault
     * @param class-string<AurpayException> $exception
     */
    #[DataProvider('faults')]
    #[TestDox('is kept as what it is when $_dataName, and the next try succeeds')]
    public function testFault(array $fault, string $exception, PaymentState $state): void
    {
        $order = $this->order();
        $this->gateway->fault(['method' => 'POST', 'path' => '/api/order/pay-info'] + $fault);
        try {
            $this->waiting($order);
            self::fail('There is a payment');
        } catch (AurpayException $failure) {
            self::assertInstanceOf($exception, $failure);
        }
        self::assertSame($state, Payment::query()->sole()->state);
        $this->gateway->clearFaults();

        self::assertSame(PaymentState::Open, $this->waiting($order)->state);
    }

    #[TestDox('that fails is reported with the trace id for Aurpay\'s support')]
    public function testReport(): void
    {
        $this->gateway->fault(['method' => 'POST', 'path' => '/api/order/pay-info', 'status' => 200, 'body' => '{"code":400,"message":"no","result":false,"trace_id":"abc123"}', 'content_type' => 'application/json']);
        $contexts = [];
        Log::listen(static function (MessageLogged $logged) use (&$contexts): void {
            $contexts[] = $logged->context['aurpay_trace_id'] ?? null;
        });
        try {
            $this->waiting();
        } catch (ApiException $failure) {
            report($failure);
        }

        self::assertContains('abc123', $contexts);
    }

    #[TestDox('in a coin that has no chain is refused, and nothing is written or sent')]
    public function testBadCoin(): void
    {
        foreach (['', 'BTC', '/BTC', 'BTC/'] as $coin) {
            try {
                $this->waiting(coin: $coin);
                self::fail($coin);
            } catch (\ValueError $error) {
                self::assertStringContainsString('chain/currency', $error->getMessage());
            }
        }
        self::assertSame([0, []], [Payment::query()->count(), $this->gateway->calls('POST')]);
    }

    #[TestDox('names the coins that can be chosen, and asks for them once an hour')]
    public function testCoins(): void
    {
        $coins = $this->aurpay()->coins();
        $this->aurpay()->coins();

        self::assertSame('USDT-ERC20', $coins[self::COIN]);
        self::assertCount(1, $this->gateway->calls('GET', '/crypto-currency'));
    }

    #[TestDox('that the database refuses names no secret, in no exception before it either')]
    public function testRefusedByDatabase(): void
    {
        Schema::table('aurpay_payments', static fn (Blueprint $table) => $table->dropColumn('callback_url'));
        try {
            $this->waiting();
            self::fail('There is a payment');
        } catch (StoreFailure $failure) {
            self::assertStringContainsString('callback_url', $failure->getMessage());
            self::assertStringNotContainsString('/aurpay/callback/', (string) $failure);
        }
        self::assertSame([], $this->gateway->calls('POST'));
    }

    #[TestDox('hides its token and addresses when it is turned into JSON')]
    public function testHidden(): void
    {
        $payment = $this->waiting();
        $json = $payment->toJson();

        foreach (['token', 'pay_url', 'callback_url'] as $secret) {
            self::assertArrayNotHasKey($secret, $payment->toArray());
        }
        self::assertStringNotContainsString($payment->token, $json);
    }

    /** @return iterable<string, array{array<string, string|null>}> */
    public static function oddAnswers(): iterable
    {
        yield 'no id' => [['order_id' => null]];
        yield 'an empty id' => [['order_id' => '']];
        yield 'an id of other characters' => [['order_id' => 'a b']];
        yield 'no amount' => [['amount' => null]];
        yield 'an amount that is no number' => [['amount' => 'NaN']];
        yield 'no address' => [['address' => '']];
        yield 'a page that is a script' => [['pay_url' => 'javascript:alert(1)']];
        yield 'no status' => [['status' => null]];
    }

    /** @param array<string, string|null> $odd */
    #[DataProvider('oddAnswers')]
    #[TestDox('for which the gateway answers with $_dataName is shown to nobody, and nothing is asked about it')]
    public function testOddAnswer(array $odd): void
    {
        $answer = $odd + ['order_id' => '20240806071926377967', 'status' => 'PENDING', 'amount' => '25', 'address' => 'a', 'pay_url' => 'https://gateway.example/pay'];
        $this->gateway->fault(['method' => 'POST', 'path' => '/api/order/pay-info', 'status' => 200, 'body' => json_encode(['code' => 0, 'message' => 'ok', 'result' => true, 'data' => $answer]), 'content_type' => 'application/json']);
        try {
            $this->waiting();
            self::fail('There is a payment');
        } catch (UnusableAnswerException $failure) {
            self::assertStringContainsString((string) array_key_first($odd), $failure->getMessage());
        }
        $payment = Payment::query()->sole();
        self::assertSame([PaymentState::Unknown, null, 0, ''], [$payment->state, $payment->gateway_id, $payment->next_ask_at, $payment->pay_url]);
    }
}
