<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests\Support;

use Aurpay\Laravel\Concerns\HasAurpayPayments;
use Aurpay\Laravel\Contracts\Payable;
use Illuminate\Database\Eloquent\Model;

/**
 * An order in a database of its own.
 *
 * @property string $price
 */
final class RemoteOrder extends Model implements Payable
{
    use HasAurpayPayments;

    public $timestamps = false;

    protected $connection = 'orders';

    protected $guarded = [];

    public function aurpayPrice(): string
    {
        return $this->price;
    }

    public function aurpayCurrency(): string
    {
        return 'USD';
    }
}
