<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests\Support;

use Aurpay\Laravel\Concerns\HasAurpayPayments;
use Aurpay\Laravel\Contracts\Payable;
use Illuminate\Database\Eloquent\Builder;
use Illuminate\Database\Eloquent\Model;
use Illuminate\Database\Eloquent\SoftDeletes;

/**
 * An order that only its customer sees, who is not logged in when the gateway calls. It is put into the bin first.
 *
 * @property int $id
 * @property string $price
 */
final class HiddenOrder extends Model implements Payable
{
    use HasAurpayPayments;
    use SoftDeletes;

    public $timestamps = false;

    protected $table = 'hidden_orders';

    protected $guarded = [];

    protected static function booted(): void
    {
        self::addGlobalScope('customer', static fn (Builder $query) => $query->whereRaw('1 = 0'));
    }

    public function aurpayPrice(): string
    {
        return $this->price;
    }

    public function aurpayCurrency(): string
    {
        return 'USD';
    }
}
