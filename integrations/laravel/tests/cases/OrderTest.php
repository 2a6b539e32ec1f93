<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests;

use Aurpay\Laravel\Models\Payment;
use Aurpay\Laravel\PaymentNotNeededException;
use Aurpay\Laravel\PaymentState;
use Aurpay\Laravel\StoreFailure;
use Aurpay\Laravel\Tests\Support\HiddenOrder;
use Aurpay\Laravel\Tests\Support\Order;
use Aurpay\Laravel\Tests\Support\RemoteOrder;
use Aurpay\Laravel\Tests\Support\TestCase;
use Illuminate\Database\Eloquent\Model;
use Illuminate\Database\Eloquent\Relations\Relation;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Filesystem\Filesystem;
use Illuminate\Support\Facades\Date;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('An order')]
final class OrderTest extends TestCase
{
    protected function tearDown(): void
    {
        Model::shouldBeStrict(false);
        Date::useDefault();
        Relation::morphMap([], false);
        Relation::requireMorphMap(false);
        parent::tearDown();
    }

    #[TestDox('that is paid cannot be paid again: nothing is written or sent')]
    public function testPaidAlready(): void
    {
        $order = $this->order();
        $this->paid($order);
        // The model is older than the payment.
        foreach ([fn () => $this->waiting($order), fn () => $this->aurpay()->payHosted($order)] as $pay) {
            try {
                $pay();
                self::fail('There is a second payment');
            } catch (PaymentNotNeededException $refusal) {
                self::assertStringContainsString("Order $order->id", $refusal->getMessage());
            }
        }
        self::assertSame([1, 1], [Payment::query()->count(), count($this->gateway->calls('POST', '/api/order/'))]);
    }

    #[TestDox('whose customer has paid too late cannot be paid again, until that money is refunded')]
    public function testUndecidedMoney(): void
    {
        $payment = $this->waiting($order = $this->order());
        $this->gateway->play((string) $payment->gateway_id, 'expire');
        $this->reconcile();
        $this->gateway->play((string) $payment->gateway_id, 'pay');
        $this->reconcile();
        self::assertSame(['PaymentLate'], $this->told());
        try {
            $this->waiting($order);
            self::fail('There is a second payment');
        } catch (PaymentNotNeededException $refusal) {
            self::assertStringContainsString("payment $payment->id", $refusal->getMessage());
        }

        $this->aurpay()->refund($payment);
        self::assertNotSame($payment->id, $this->waiting($order)->id);
    }

    /** @return iterable<string, array{string, string}> */
    public static function prices(): iterable
    {
        yield 'it is free' => ['0.00', 'USD'];
        yield 'its price is empty' => ['', 'USD'];
        yield 'its price is written with a comma' => ['25,00', 'USD'];
        yield 'its currency is empty' => ['25.00', ''];
    }

    #[DataProvider('prices')]
    #[TestDox('that was changed so that $_dataName, is told of the money that comes, and is not paid')]
    public function testBadPriceNow(string $price, string $currency): void
    {
        $order = $this->order();
        $payment = $this->waiting($order);
        $order->update(['price' => $price, 'currency' => $currency]);
        $this->deliver($payment)->assertOk();
        self::assertSame([], $this->told());

        $this->gateway->play((string) $payment->gateway_id, 'pay');
        $this->deliver($payment)->assertOk();
        $this->reconcile();
        self::assertSame(['PaymentMismatch other_price'], $this->told());
        self::assertSame('SUCCESS', $payment->refresh()->status);
    }

    /** @return iterable<string, array{string, string}> */
    public static function wrongPrices(): iterable
    {
        foreach (['0', '-1', '', ' 5', '5 ', '1e3', '0x10', '1,5', '٣', 'NAN', '.5', '5.', '+5', "5\n"] as $price) {
            yield json_encode($price, JSON_THROW_ON_ERROR) => [$price, 'USD'];
        }
        yield 'no currency' => ['5', ''];
    }

    #[DataProvider('wrongPrices')]
    #[TestDox('with the price $_dataName is refused before anything is sent')]
    public function testWrongPrice(string $price, string $currency): void
    {
        foreach ([fn (Order $order) => $this->waiting($order), fn (Order $order) => $this->aurpay()->payHosted($order)] as $pay) {
            try {
                $pay($this->order($price, $currency));
                self::fail('There is a payment');
            } catch (\ValueError $error) {
                self::assertNotSame('', $error->getMessage());
            }
        }
        self::assertSame([], $this->gateway->calls('POST'));
        self::assertSame([PaymentState::Refused], Payment::query()->get()->map(static fn (Payment $payment) => $payment->state)->unique()->values()->all());
    }

    #[TestDox('that is not saved has no payment: nothing is sent')]
    public function testUnsaved(): void
    {
        $this->expectException(StoreFailure::class);
        try {
            $this->waiting(new Order(['price' => '5', 'currency' => 'USD', 'status' => 'open']));
        } finally {
            self::assertSame([], $this->gateway->calls('POST'));
        }
    }

    #[TestDox('that a global scope hides from the gateway\'s callback is paid; one in the bin is not')]
    public function testHidden(): void
    {
        Schema::create('hidden_orders', static function (Blueprint $table): void {
            $table->id();
            $table->string('price');
            $table->softDeletes();
        });
        foreach ([false, true] as $isDeleted) {
            $order = new HiddenOrder(['price' => '25.00']);
            $order->save();
            $payment = $this->aurpay()->pay($order, self::COIN);
            $isDeleted && HiddenOrder::query()->withoutGlobalScope('customer')->whereKey($order->id)->delete();
            $this->gateway->play((string) $payment->gateway_id, 'pay');
            $this->deliver($payment)->assertOk();
        }
        self::assertSame(['PaymentConfirmed', 'PaymentMismatch not_needed'], $this->told());
    }

    #[TestDox('in another database than the payments is paid, and finds its payment')]
    public function testOtherDatabase(): void
    {
        config(['database.connections.orders' => ['driver' => 'sqlite', 'database' => ':memory:']]);
        Schema::connection('orders')->create('remote_orders', static function (Blueprint $table): void {
            $table->id();
            $table->string('price');
        });
        $order = RemoteOrder::query()->create(['price' => '25.00']);
        $payment = $this->aurpay()->pay($order, self::COIN);
        $this->gateway->play((string) $payment->gateway_id, 'pay');
        $this->deliver($payment)->assertOk();

        self::assertSame(['PaymentConfirmed'], $this->told());
        self::assertSame($payment->id, $order->aurpayPayment()?->id);
    }

    #[TestDox('is paid and refunded in a strict application with immutable dates, another time zone, and a morph map')]
    public function testStrict(): void
    {
        Model::shouldBeStrict();
        Date::use(\Carbon\CarbonImmutable::class);
        Relation::enforceMorphMap(['order' => Order::class]);
        date_default_timezone_set('Pacific/Kiritimati');
        try {
            $payment = $this->paid();
            $this->aurpay()->refund($payment);
            $hosted = $this->aurpay()->payHosted($this->order());
            $id = $this->gateway->choose($hosted->pay_url, 'TRX', 'USDT-TRC20');
            $this->deliver($hosted, ['order_id' => $id])->assertOk();
            $this->reconcile();
        } finally {
            date_default_timezone_set('UTC');
        }
        self::assertSame(['PaymentConfirmed', 'RefundMade'], $this->told());
        self::assertSame('order', $payment->payable_type);
    }

    #[TestDox('is paid once and refunded, although the replica of the database is behind')]
    public function testReplica(): void
    {
        $folder = sys_get_temp_dir() . '/aurpay-replica-' . bin2hex(random_bytes(6));
        mkdir($folder);
        try {
            foreach (['replica', 'primary'] as $name) {
                touch("$folder/$name");
                $this->useDatabase(['database' => "$folder/$name"]);
            }
            $this->useDatabase(['read' => ['database' => "$folder/replica"], 'write' => ['database' => "$folder/primary"]]);
            $order = new Order(['price' => '25.00', 'currency' => 'USD', 'status' => 'open']);
            $order->save();
            self::assertSame(0, Order::query()->count(), 'It is not behind');

            $payment = $this->waiting($order);
            self::assertSame($payment->id, $this->waiting($order)->id);
            $this->gateway->play((string) $payment->gateway_id, 'pay');
            $this->deliver($payment)->assertOk();
            $this->aurpay()->refund($payment);
            $this->reconcile();
            self::assertSame(['PaymentConfirmed', 'RefundMade'], $this->told());
            $this->expectException(PaymentNotNeededException::class);
            $this->waiting($order);
        } finally {
            DB::purge('split');
            (new Filesystem())->deleteDirectory($folder);
        }
    }

    /** @param array<string, mixed> $config */
    private function useDatabase(array $config): void
    {
        config(['database.connections.split' => ['driver' => 'sqlite', 'prefix' => '', 'foreign_key_constraints' => true] + $config, 'database.default' => 'split']);
        DB::purge('split');
        if (isset($config['database'])) {
            $this->command('migrate', ['--path' => dirname(__DIR__, 2) . '/database/migrations', '--realpath' => true])->run();
            $this->createOrders();
        }
    }
}
