<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Facades;

use Aurpay\Laravel\Testing\AurpayFake;
use Illuminate\Support\Facades\Facade;

/**
 * @method static \Aurpay\Client client()
 * @method static \Aurpay\Laravel\Models\Payment pay(\Aurpay\Laravel\Contracts\Payable $order, string $coin, array<string, string> $urls = [])
 * @method static \Aurpay\Laravel\Models\Payment payHosted(\Aurpay\Laravel\Contracts\Payable $order, array<string, string> $urls = [])
 * @method static array<string, string> coins()
 * @method static void refund(\Aurpay\Laravel\Models\Payment $payment)
 * @method static bool reconcile(\Aurpay\Laravel\Models\Payment $payment)
 *
 * After fake():
 *
 * @method static AurpayFake customerPays(\Aurpay\Laravel\Models\Payment $payment)
 * @method static AurpayFake customerUnderpays(\Aurpay\Laravel\Models\Payment $payment, string $obtained)
 * @method static AurpayFake reports(\Aurpay\Laravel\Models\Payment $payment, string|\Aurpay\OrderStatus $status, array<string, mixed> $fields = [])
 * @method static AurpayFake answers(string $call, array<array-key, mixed>|\Aurpay\Laravel\Testing\Fault ...$answers)
 * @method static AurpayFake refundUnknown(bool $executed = true)
 * @method static AurpayFake unreachable()
 * @method static AurpayFake reachable()
 * @method static \Illuminate\Testing\TestResponse<\Illuminate\Http\Response> sendCallback(\Aurpay\Laravel\Models\Payment $payment, array<string, mixed> $fields = [], ?string $date = null)
 * @method static list<\Aurpay\Laravel\Testing\SentCall> sent(?string $call = null)
 * @method static AurpayFake assertSent(string $call, (\Closure(\Aurpay\Laravel\Testing\SentCall): bool)|null $check = null)
 * @method static AurpayFake assertNotSent(string $call, (\Closure(\Aurpay\Laravel\Testing\SentCall): bool)|null $check = null)
 * @method static AurpayFake assertSentTimes(string $call, int $times)
 * @method static AurpayFake assertNothingSent()
 *
 * @see \Aurpay\Laravel\Aurpay
 */
final class Aurpay extends Facade
{
    /** Puts a gateway of the tests in place of the real one. Nothing reaches the network from then on. */
    public static function fake(): AurpayFake
    {
        $fake = AurpayFake::install(self::getFacadeApplication() ?? throw new \LogicException('There is no application.'));
        self::swap($fake);

        return $fake;
    }

    protected static function getFacadeAccessor(): string
    {
        return \Aurpay\Laravel\Aurpay::class;
    }
}
