<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests;

use Aurpay\AurpayException;
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

        $this->command('aurpay:reconcile')->expectsOutputToContain('Asked about 0 payments. None is due.')->assertSuccessful();
        $this->command('aurpay:reconcile', ['--payment' => [(string) $payment->gateway_id]])
            ->expectsOutputToContain('SUCCESS, confirmed')->assertSuccessful();
        $this->command('aurpay:reconcile', ['--payment' => ['no-such-payment']])
            ->expectsOutputToContain('there is no such payment')->assertFailed();
    }

    #[TestDox('aurpay:reconcile fails if a payment could not be settled, even if it was asked about before')]
    public function testReconcileWithoutAnswer(): void
    {
        $payment = $this->waiting();
        $this->aurpay()->reconcile($payment);
        self::assertGreaterThan(0, $payment->refresh()->asked_at);
        $this->gateway->fault(['path' => '/api/v2/order/', 'status' => 404, 'count' => 0]);

        $this->command('aurpay:reconcile', ['--payment' => [(string) $payment->id]])
            ->expectsOutputToContain('it could not be settled; the log has the reason')->assertFailed();
        Payment::query()->update(['next_ask_at' => 1]);
        $this->command('aurpay:reconcile')
            ->expectsOutputToContain('Asked about 1 payments. 1 could not be settled')->assertFailed();
    }

    #[TestDox('aurpay:reconcile says so if Aurpay did not create the payment')]
    public function testReconcileOfRefused(): void
    {
        try {
            $this->waiting(coin: 'ETH/NO-SUCH-COIN');
            self::fail('It was created');
        } catch (AurpayException) {
            $id = Payment::query()->sole()->id;
        }

        $this->command('aurpay:reconcile', ['--payment' => [(string) $id]])
            ->expectsOutputToContain('Aurpay has told no id for it; it is "refused"')->assertFailed();
    }

    #[TestDox('aurpay:callbacks tells where they are sent to if none has come')]
    public function testNoCallbacks(): void
    {
        $this->command('aurpay:callbacks')
            ->expectsOutputToContain('No callback has come. Aurpay sends them to ' . self::SHOP . '/aurpay/callback/')->assertSuccessful();
        $this->paid();
        $this->command('aurpay:callbacks', ['--refused' => true])->expectsOutputToContain('No callback was refused.')->assertSuccessful();
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

    #[TestDox('aurpay:reconcile and aurpay:replay take ids as numbers, too, as Artisan::call() can give them')]
    public function testNumbers(): void
    {
        $payment = $this->paid();

        self::assertSame(0, Artisan::call('aurpay:reconcile', ['--payment' => [$payment->id]]));
        self::assertSame(0, Artisan::call('aurpay:replay', ['id' => ReceivedCallback::query()->sole()->id]));
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
            'gateway' => $this->gateway->merchant->baseUri,
            'api_credentials' => 'token and secret',
            'callback_credentials' => 'none',
            'callback_address' => self::SHOP . '/aurpay/callback',
        ]], json_decode($about, true));
        foreach ($this->gateway->credentials() as $secret) {
            self::assertStringNotContainsString($secret, $about);
        }
    }

    #[TestDox('about tells of the defaults of a new application: the real gateway, and an address that it cannot reach')]
    public function testAboutDefaults(): void
    {
        config(['aurpay.options.base_uri' => null, 'aurpay.callback.url' => 'http://localhost']);

        Artisan::call('about', ['--only' => 'aurpay', '--json' => true]);
        $about = json_decode(Artisan::output(), true);

        self::assertIsArray($about);
        self::assertIsArray($about['aurpay']);
        self::assertSame('Aurpay itself (AURPAY_BASE_URI is not set)', $about['aurpay']['gateway']);
        self::assertSame('http://localhost/aurpay/callback (reached from this machine alone)', $about['aurpay']['callback_address']);
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
}
