<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Facades;

use Illuminate\Support\Facades\Facade;

/**
 * @method static \Aurpay\Client client()
 * @method static \Aurpay\Laravel\Models\Payment pay(\Aurpay\Laravel\Contracts\Payable $order, string $coin, array<string, string> $urls = [])
 * @method static \Aurpay\Laravel\Models\Payment payHosted(\Aurpay\Laravel\Contracts\Payable $order, array<string, string> $urls = [])
 * @method static array<string, string> coins()
 * @method static void refund(\Aurpay\Laravel\Models\Payment $payment)
 * @method static bool reconcile(\Aurpay\Laravel\Models\Payment $payment)
 *
 * @see \Aurpay\Laravel\Aurpay
 */
final class Aurpay extends Facade
{
    protected static function getFacadeAccessor(): string
    {
        return \Aurpay\Laravel\Aurpay::class;
    }
}
