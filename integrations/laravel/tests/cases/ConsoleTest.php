<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests;

use Aurpay\Laravel\Models\Payment;
use Aurpay\Laravel\Models\PaymentEvent;
use Aurpay\Laravel\Models\ReceivedCallback;
use Aurpay\Laravel\Tests\Support\TestCase;
use Illuminate\Console\Scheduling\Schedule;
use Illuminate\Support\Facades\Artisan;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('On the command line')]
final class ConsoleTest extends TestCase
{
    #[TestDox('aurpay:reconcile asks about what is due, and about single payments')]
    public function testReconcile(): void
    {
        $payment = $this->waiting();
        $this->gateway->play((string) $payment->gateway_id, 'pay');

        $this->command('aurpay:reconcile')->expectsOutputToContain('Asked about 0 payments')->assertSuccessful();
        $this->command('aurpay:reconcile', ['--payment' => [(string) $payment->gateway_id]])
            ->expectsOutputToContain('SUCCESS, confirmed')->assertSuccessful();
        $this->command('aurpay:reconcile', ['--payment' => ['no-such-payment']])
            ->expectsOutputToContain('there is no such payment')->assertFailed();
    }

    #[TestDox('aurpay:callbacks lists what came, and aurpay:replay settles it again')]
    public function testCallbacks(): void
    {
        $payment = $this->waiting();
        $this->gateway->fault(['path' => '/api/v2/order/', 'status' => 502, 'count' => 0]);
        $this->gateway->play((string) $payment->gateway_id, 'pay');
        $this->deliver($payment)->assertStatus(503);
        $this->gateway->clearFaults();
        $id = ReceivedCallback::query()->sole()->id;

        $this->command('aurpay:callbacks', ['--refused' => true])->expectsOutputToContain('the gateway did not answer')->assertSuccessful();
        $this->command('aurpay:replay', ['id' => (string) $id])->expectsOutputToContain('settled')->assertSuccessful();
        $this->command('aurpay:replay', ['id' => '99'])->assertFailed();

        self::assertSame(['PaymentConfirmed'], $this->told());
    }

    #[TestDox('aurpay:prune deletes callbacks and told events after 30 days, and no payments')]
    public function testPrune(): void
    {
        $payment = $this->paid();
        $this->deliver($payment, headers: ['Signature' => null])->assertForbidden();
        $this->later(29 * 1440);
        $this->command('aurpay:prune')->assertSuccessful();
        self::assertSame([2, 1], [ReceivedCallback::query()->count(), PaymentEvent::query()->count()]);

        $this->later(2 * 1440);
        $this->command('aurpay:prune')->assertSuccessful();

        self::assertSame([0, 0, 1], [ReceivedCallback::query()->count(), PaymentEvent::query()->count(), Payment::query()->count()]);
    }

    #[TestDox('about says what is set, and no credential')]
    public function testAbout(): void
    {
        config(['aurpay.callback_token' => null, 'aurpay.callback_secret' => null]);

        self::assertSame(0, Artisan::call('about', ['--only' => 'aurpay', '--json' => true]));
        $about = Artisan::output();

        self::assertSame(['aurpay' => [
            'extension' => phpversion('aurpay'),
            'api_credentials' => 'token and secret',
            'callback_credentials' => 'none',
            'callback_address' => self::SHOP . '/aurpay/callback',
        ]], json_decode($about, true));
        foreach ($this->gateway->credentials() as $secret) {
            self::assertStringNotContainsString($secret, $about);
        }
    }

    #[TestDox('the scheduler runs reconciliation every minute and prunes every day')]
    public function testSchedule(): void
    {
        $expressions = [];
        foreach ($this->app->make(Schedule::class)->events() as $event) {
            preg_match('/aurpay:\w+/', (string) $event->command, $match) === 1 && $expressions[$match[0]] = $event->expression;
        }

        self::assertSame(['aurpay:reconcile' => '* * * * *', 'aurpay:prune' => '0 0 * * *'], $expressions);
    }

    #[TestDox('aurpay:reconcile fails when the gateway does not tell of a single payment, also of one that it has told of before')]
    public function testReconcileFails(): void
    {
        $payment = $this->paid();
        $this->gateway->fault(['path' => '/api/v2/order/', 'status' => 502, 'count' => 0]);
        $this->command('aurpay:reconcile', ['--payment' => [$payment->gateway_id]])->assertFailed()->run();
    }
}
