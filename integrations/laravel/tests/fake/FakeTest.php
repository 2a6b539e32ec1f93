<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests\Fake;

use Aurpay\ApiException;
use Aurpay\AuthenticationException;
use Aurpay\Client;
use Aurpay\Laravel\Events;
use Aurpay\Laravel\Facades\Aurpay;
use Aurpay\Laravel\Models\Payment;
use Aurpay\Laravel\Reconciler;
use Aurpay\Laravel\RefundState;
use Aurpay\Laravel\Testing\Fault;
use Aurpay\Laravel\Testing\SentCall;
use Aurpay\Laravel\Tests\Support\FakeTestCase;
use Aurpay\Laravel\Verdict;
use Aurpay\Order;
use Aurpay\OrderStatus;
use Aurpay\OutcomeUnknownException;
use Aurpay\PaymentException;
use Aurpay\PaymentReason;
use Aurpay\RateLimitException;
use Aurpay\ResponseException;
use Aurpay\TransportException;
use Aurpay\TransportReason;
use Illuminate\Auth\GenericUser;
use Illuminate\Log\Events\MessageLogged;
use Illuminate\Support\Facades\Auth;
use Illuminate\Support\Facades\Cache;
use Illuminate\Support\Facades\Event;
use Illuminate\Support\Facades\Log;
use PHPUnit\Framework\AssertionFailedError;

final class FakeTest extends FakeTestCase
{
    public function testACheckoutACallbackAndTheShopsOwnListenerRunAsWithTheRealGateway(): void
    {
        $payment = Aurpay::pay($order = $this->order(), self::COIN);
        self::assertSame('PENDING', $payment->status);
        self::assertSame('25.00', $payment->amount);
        $this->aurpay->customerPays($payment)->sendCallback($payment)->assertOk();
        self::assertSame(Verdict::Confirmed, $payment->refresh()->verdict);
        self::assertSame(['paid', 1], [$order->refresh()->status, $order->times_paid]);
        Aurpay::assertSent('orders.createPayInfo', static fn (SentCall $call): bool => $call->params['vs_price'] === '25.00'
            && $call->params['callback_url'] === $payment->callback_url);
        Aurpay::assertSentTimes('orders.confirm', 1);
    }

    public function testTheCoinsOfferedAreSome(): void
    {
        self::assertArrayHasKey(self::COIN, Aurpay::coins());
    }

    public function testNoCoinsAtAllAreNotKeptForAnHour(): void
    {
        $this->aurpay->answers('orders.cryptoCurrencies', []);
        self::assertSame([], Aurpay::coins());
        self::assertArrayHasKey(self::COIN, Aurpay::coins());
        Aurpay::coins();
        Aurpay::assertSentTimes('orders.cryptoCurrencies', 2);
    }

    public function testACallbackAloneConfirmsNothing(): void
    {
        $payment = Aurpay::pay($this->order(), self::COIN);
        $this->aurpay->sendCallback($payment, ['status' => 'SUCCESS'])->assertOk();
        self::assertSame(Verdict::Waiting, $payment->refresh()->verdict);
    }

    public function testAHostedPaymentIsNamedByItsCallback(): void
    {
        $payment = Aurpay::payHosted($this->order());
        self::assertNull($payment->gateway_id);
        $this->aurpay->customerPays($payment)->sendCallback($payment)->assertOk();
        self::assertSame(Verdict::Confirmed, $payment->refresh()->verdict);
        self::assertNotNull($payment->gateway_id);
    }

    public function testACallbackIsSignedForItsPaymentAlone(): void
    {
        [$one, $other] = [Aurpay::pay($this->order(), self::COIN), Aurpay::pay($this->order(), self::COIN)];
        $callback = $this->aurpay->callback($one);
        $server = ['CONTENT_TYPE' => 'application/json'];
        foreach ($callback['headers'] as $name => $value) {
            $server['HTTP_' . strtoupper(strtr($name, '-', '_'))] = $value;
        }
        $this->call('POST', $callback['url'], [], [], [], $server, $callback['body'])->assertOk();
        $this->call('POST', $other->callback_url, [], [], [], $server, $callback['body'])->assertForbidden();
    }

    public function testACallbackWithAnOldDateMakesTheShopAskAndOneWithoutADateIsRefused(): void
    {
        $payment = Aurpay::pay($this->order(), self::COIN);
        $this->aurpay->customerPays($payment)->sendCallback($payment, date: '2020-01-01T00:00:00Z')->assertOk();
        self::assertSame(Verdict::Confirmed, $payment->refresh()->verdict);
        $this->call('POST', $payment->callback_url, content: '{}')->assertForbidden();
    }

    public function testTravellingInTimeExpiresAPaymentAndThenItIsLate(): void
    {
        Event::fake([Events\PaymentExpired::class, Events\PaymentLate::class]);
        $payment = Aurpay::pay($this->order(), self::COIN);
        $this->travel(31)->minutes();
        Aurpay::reconcile($payment);
        self::assertSame('OVERDUE', $payment->refresh()->status);
        $this->travel(61)->minutes();
        Aurpay::reconcile($payment);
        Event::assertDispatched(Events\PaymentExpired::class);
        $this->aurpay->customerPays($payment)->sendCallback($payment)->assertOk();
        Event::assertDispatched(Events\PaymentLate::class);
    }

    public function testAnUnderpaidPaymentWaitsAndIsPaidUp(): void
    {
        $payment = Aurpay::pay($this->order(), self::COIN);
        $this->aurpay->customerUnderpays($payment, '12.5');
        Aurpay::reconcile($payment);
        self::assertSame(['PARTIAL', '12.5'], [$payment->refresh()->status, $payment->obtained]);
        $this->aurpay->customerPays($payment);
        Aurpay::reconcile($payment);
        self::assertSame(Verdict::Confirmed, $payment->refresh()->verdict);
    }

    public function testTheGatewayCanReportWhatItLikes(): void
    {
        $payment = Aurpay::pay($this->order(), self::COIN);
        $this->aurpay->reports($payment, OrderStatus::Resolved);
        Aurpay::reconcile($payment);
        self::assertSame(Verdict::Resolved, $payment->refresh()->verdict);
        $this->aurpay->reports($payment, 'A_NEW_STATUS');
        self::assertSame('A_NEW_STATUS', app(Order::class)->detail((string) $payment->gateway_id)['status']);
    }

    public function testARefundIsMadeOnce(): void
    {
        $payment = Payment::factory()->forOrder($this->order())->paid()->create();
        Aurpay::refund($payment);
        self::assertSame(RefundState::Made, $payment->refresh()->refund);
        Aurpay::assertSentTimes('orders.refund', 1);
        Aurpay::assertSent('orders.refund', static fn (SentCall $call): bool => $call->id === $payment->gateway_id);
    }

    public function testARefundWhoseAnswerIsLostIsUnknownAndReconciliationFindsThatItWasMade(): void
    {
        $payment = Payment::factory()->forOrder($this->order())->paid()->create();
        $this->aurpay->refundUnknown();
        Aurpay::refund($payment);
        self::assertSame(RefundState::Unknown, $payment->refresh()->refund);
        app(Reconciler::class)->runFor($payment);
        self::assertSame(RefundState::Made, $payment->refresh()->refund);
        Aurpay::assertSentTimes('orders.refund', 1);
    }

    public function testARefundWhoseRequestIsLostIsRefusedAfterTheTimeOfDoubt(): void
    {
        $payment = Payment::factory()->forOrder($this->order())->paid()->create();
        $this->aurpay->refundUnknown(executed: false);
        Aurpay::refund($payment);
        self::assertSame(RefundState::Unknown, $payment->refresh()->refund);
        $this->travel(16)->minutes();
        app(Reconciler::class)->runFor($payment);
        self::assertSame(RefundState::Refused, $payment->refresh()->refund);
        Aurpay::assertSentTimes('orders.refund', 1);
    }

    public function testEveryStateOfAFactoryIsWhatItSays(): void
    {
        $factory = Payment::factory()->forOrder($this->order());
        self::assertTrue($factory->create()->isOpen());
        self::assertSame(RefundState::Requested, $factory->refundRequested()->make()->refund);
        self::assertSame([RefundState::Unknown, 'SUCCESS'], [$factory->refundUnknown()->make()->refund, $factory->refundUnknown()->make()->status]);
        self::assertSame('why', $factory->refundRefused('why')->make()->refund_reason);
        self::assertSame('REFUNDED', $factory->refunded()->make()->status);
        self::assertSame(['PARTIAL', '10'], [$factory->underpaid()->make()->status, $factory->underpaid()->make()->obtained]);
        self::assertSame(Verdict::Expired, $factory->expired()->make()->verdict);
        self::assertNull($factory->hosted()->make()->gateway_id);
        $this->expectExceptionMessage('Payment::factory()->forOrder($order)');
        Payment::factory()->make();
    }

    public function testAnswersAreASequenceAndThenTheGatewayAnswersAsBefore(): void
    {
        $payment = Aurpay::pay($this->order(), self::COIN);
        $id = (string) $payment->gateway_id;
        $this->aurpay->answers('orders.detail', ['order_id' => $id, 'status' => 'FAILED'], Fault::refused('not now', 400));
        $orders = app(Order::class);
        self::assertSame('FAILED', $orders->detail($id)['status']);
        $refused = self::thrown(static fn () => $orders->detail($id));
        self::assertInstanceOf(ApiException::class, $refused);
        self::assertStringContainsString('not now', $refused->getMessage());
        self::assertSame([400, 400, 'test-trace'], [$refused->getCode(), $refused->httpStatus, $refused->traceId]);
        self::assertSame('PENDING', $orders->detail($id)['status']);
    }

    public function testEachFaultIsTheExceptionOfTheExtension(): void
    {
        $id = (string) Aurpay::pay($this->order(), self::COIN)->gateway_id;
        $orders = app(Order::class);
        $read = static fn () => $orders->detail($id);
        $refund = static fn () => $orders->refund($id);
        $expected = [
            [Fault::unauthenticated(), AuthenticationException::class, AuthenticationException::class],
            [Fault::rateLimited(7), RateLimitException::class, RateLimitException::class],
            [Fault::unreachable(), TransportException::class, TransportException::class],
            [Fault::lost(false), TransportException::class, OutcomeUnknownException::class],
            [Fault::foreignAnswer(), ResponseException::class, OutcomeUnknownException::class],
            [Fault::foreignAnswer('{"detail": "no"}', 404), ApiException::class, ApiException::class],
            [Fault::foreignAnswer('{"detail": "no"}', 200), ResponseException::class, OutcomeUnknownException::class],
            [Fault::foreignAnswer('{"result": true, "code": 0, "data": {}}', 400), ResponseException::class, OutcomeUnknownException::class],
            [Fault::foreignAnswer('{"result": true, "code": 0, "data": {}}', 302), ResponseException::class, OutcomeUnknownException::class],
            [Fault::refused('down', 500, 503), ApiException::class, OutcomeUnknownException::class],
            [Fault::refused('signature', 401, 200), AuthenticationException::class, AuthenticationException::class],
            [Fault::foreignAnswer('slow down', 429), RateLimitException::class, RateLimitException::class],
        ];
        foreach ($expected as [$fault, $ofRead, $ofRefund]) {
            $this->aurpay->answers('orders.detail', $fault)->answers('orders.refund', $fault);
            self::assertSame($ofRead, self::thrown($read)::class);
            self::assertSame($ofRefund, self::thrown($refund)::class);
        }
        $this->aurpay->answers('orders.detail', Fault::rateLimited(7), Fault::unreachable())->answers('orders.refund', Fault::lost(false));
        $limited = self::thrown($read);
        self::assertTrue($limited instanceof RateLimitException && $limited->retryAfter === 7);
        $unreachable = self::thrown($read);
        self::assertTrue($unreachable instanceof TransportException && $unreachable->reason === TransportReason::Connection);
        $cause = self::thrown($refund)->getPrevious();
        self::assertTrue($cause instanceof TransportException && $cause->reason === TransportReason::Lost);
    }

    public function testAnUnreachableGatewayFailsEveryCallUntilItIsReachable(): void
    {
        $order = $this->order();
        $this->aurpay->unreachable();
        self::assertInstanceOf(TransportException::class, self::thrown(static fn () => Aurpay::pay($order, self::COIN)));
        $this->aurpay->reachable();
        self::assertSame('PENDING', Aurpay::pay($order, self::COIN)->status);
    }

    public function testConfirmComparesAsTheExtensionDoes(): void
    {
        $payment = Aurpay::pay($this->order('25.00'), self::COIN);
        $id = (string) $payment->gateway_id;
        $orders = app(Order::class);
        $reason = static function (string $price, string $currency) use ($orders, $id): ?PaymentReason {
            $failure = self::thrown(static fn () => $orders->confirm($id, $price, $currency));

            return $failure instanceof PaymentException ? $failure->reason : null;
        };
        self::assertSame(PaymentReason::Status, $reason('25', 'USD'));
        $this->aurpay->customerPays($payment);
        self::assertSame(PaymentReason::Price, $reason('250', 'USD'));
        self::assertSame(PaymentReason::Price, $reason('2.5', 'USD'));
        self::assertSame(PaymentReason::Currency, $reason('25', 'EUR'));
        self::assertSame('SUCCESS', $orders->confirm($id, '25', 'usd')['status']);
        self::assertSame('SUCCESS', $orders->confirm($id, 25, 'USD')['status']);
    }

    public function testManyPaymentsAreAskedAboutAndAnUnknownOneIsAnExceptionAmongThem(): void
    {
        $known = (string) Aurpay::pay($this->order(), self::COIN)->gateway_id;
        $details = app(Order::class)->details([$known, 'unknown-1']);
        self::assertIsArray($details[$known]);
        self::assertInstanceOf(ApiException::class, $details['unknown-1']);
    }

    public function testACallThatOnlyTheTestCanAnswerSaysHow(): void
    {
        $failure = self::thrown(static fn () => app(\Aurpay\Wallet::class)->list());
        self::assertInstanceOf(\LogicException::class, $failure);
        self::assertStringContainsString("Aurpay::answers('wallet.list', [...])", $failure->getMessage());
        $this->aurpay->answers('wallet.list', [['chain' => 'BTC']])->answers('POST /api/new', ['made' => true]);
        self::assertSame([['chain' => 'BTC']], app(\Aurpay\Wallet::class)->list());
        self::assertSame(['made' => true], app(Client::class)->request('POST', '/api/new', ['a' => '1']));
        self::assertSame(['a' => '1'], $this->aurpay->sent('POST /api/new')[0]->params);
    }

    public function testAMisspeltCallIsRefusedWithTheListOfThem(): void
    {
        $this->expectException(\ValueError::class);
        $this->expectExceptionMessage('orders.refundInfo');
        $this->aurpay->answers('order.refund', []);
    }

    public function testTheAssertionsFailWhenTheyMust(): void
    {
        Aurpay::assertNothingSent();
        self::assertFails(static fn () => Aurpay::assertSent('orders.refund'));
        Aurpay::pay($this->order(), self::COIN);
        self::assertFails(static fn () => Aurpay::assertNothingSent());
        self::assertFails(static fn () => Aurpay::assertNotSent('orders.createPayInfo'));
        self::assertFails(static fn () => Aurpay::assertSentTimes('orders.createPayInfo', 2));
        self::assertFails(static fn () => Aurpay::assertSent('orders.createPayInfo', static fn (): bool => false));
        Aurpay::assertNotSent('orders.refund');
        Aurpay::assertNotSent('orders.createPayInfo', static fn (SentCall $call): bool => $call->params['vs_price'] === '1');
    }

    public function testWhatTheContainerGivesAsksTheFakeToo(): void
    {
        foreach ([Client::class, Order::class, \Aurpay\Transaction::class, \Aurpay\Wallet::class, \Aurpay\Lightning::class] as $class) {
            self::assertInstanceOf($class, app($class));
        }
        app(Order::class)->cryptoCurrencies();
        app(Client::class)->orders()->cryptoCurrencies();
        Aurpay::assertSentTimes('orders.cryptoCurrencies', 2);
    }

    public function testAClientCannotBeSerialisedSoAJobWithOneIsRefused(): void
    {
        $this->expectException(\Exception::class);
        $this->expectExceptionMessage('Serialization');
        serialize(app(Client::class));
    }

    public function testNoDumpOfTheFakeShowsASecretOfTheConfiguration(): void
    {
        config(['aurpay.api_secret' => 'the-secret-of-production', 'aurpay.callback_secret' => 'another-secret']);
        Aurpay::fake();
        self::assertStringNotContainsString('the-secret-of-production', print_r(app(Client::class), true));
        self::assertSame('test-callback-secret', config('aurpay.callback_secret'));
    }

    public function testAnExceptionThatATestHasMadeItselfIsReportedAsItIs(): void
    {
        $reported = [];
        Log::listen(static function (MessageLogged $logged) use (&$reported): void {
            $reported[] = [$logged->message, $logged->context['aurpay_http_status'] ?? null];
        });
        config(['logging.default' => 'null']);
        report(new TransportException('made by a test'));
        app(\Aurpay\Laravel\Log::class)->failure('A call failed', new OutcomeUnknownException('made by a test, too'));
        self::assertSame([['made by a test', 0], ['A call failed: made by a test, too', null]], $reported);
    }

    private static function thrown(\Closure $call): \Throwable
    {
        try {
            $call();
        } catch (\Throwable $failure) {
            return $failure;
        }
        self::fail('Nothing was thrown');
    }

    private static function assertFails(\Closure $assertion): void
    {
        self::assertInstanceOf(AssertionFailedError::class, self::thrown($assertion));
    }

    public function testAPriceThatTheExtensionRefusesIsRefusedWithoutItToo(): void
    {
        foreach (['0', '0.00', '-1', '', ' 5', '1e3', '1,5', '.5'] as $price) {
            foreach ([fn () => Aurpay::pay($this->order($price), self::COIN), fn () => Aurpay::payHosted($this->order($price))] as $pay) {
                try {
                    $pay();
                    self::fail("$price was accepted");
                } catch (\ValueError) {
                }
            }
        }
        Aurpay::assertNothingSent();
    }

    public function testACurrencyInLowerCaseIsRefusedAsTheGatewayDoes(): void
    {
        $order = $this->order();
        $order->update(['currency' => 'usd']);
        foreach ([fn () => Aurpay::pay($order, self::COIN), fn () => Aurpay::payHosted($order)] as $pay) {
            try {
                $pay();
                self::fail('It was accepted');
            } catch (ApiException $refusal) {
                self::assertStringContainsString('currency', $refusal->getMessage());
            }
        }
    }

    public function testTheCoinsOfATestAreNotKeptInTheShopsCache(): void
    {
        Cache::put('aurpay:coins', ['OLD/COIN' => 'COIN'], 3600);
        self::assertArrayHasKey(self::COIN, Aurpay::coins());
        Aurpay::coins();
        Aurpay::assertSentTimes('orders.cryptoCurrencies', 1);
        self::assertSame(['OLD/COIN' => 'COIN'], Cache::get('aurpay:coins'));
    }

    public function testNobodyIsLoggedInWhileACallbackIsTaken(): void
    {
        $payment = Aurpay::pay($this->order(), self::COIN);
        $this->actingAs(new GenericUser(['id' => 7]));
        $users = [];
        Event::listen(Events\PaymentConfirmed::class, static function () use (&$users): void {
            $users[] = Auth::id();
        });
        $this->aurpay->customerPays($payment)->sendCallback($payment)->assertOk();
        self::assertSame([null], $users);
        self::assertSame(7, Auth::id(), 'The test goes on as before');
    }

    public function testNoCredentialsOfTheConfigurationAreUsedNotEvenBlankOnes(): void
    {
        config(['aurpay.api_token' => '', 'aurpay.api_secret' => ' ', 'aurpay.api_key' => 'real-key']);
        $fake = Aurpay::fake();
        $payment = Aurpay::pay($this->order(), self::COIN);
        $fake->customerPays($payment)->sendCallback($payment)->assertOk();
        self::assertTrue($payment->refresh()->isConfirmed());
        self::assertNull(config('aurpay.api_key'));
    }
}
