<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests\Support;

use Aurpay\Laravel\Concerns\HasAurpayPayments;
use Aurpay\Laravel\Contracts\Payable;
use Illuminate\Database\Eloquent\Model;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

/**
 * An order of a shop.
 *
 * @property int $id
 * @property string $price
 * @property string $currency
 * @property string $status open, paid or cancelled
 * @property int $times_paid
 */
final class Order extends Model implements Payable
{
    use HasAurpayPayments {
        aurpayNeedsPayment as private hasNoPayment;
    }

    public $timestamps = false;

    protected $guarded = [];

    public static function createTable(): void
    {
        Schema::create('orders', static function (Blueprint $table): void {
            $table->id();
            $table->string('price');
            $table->string('currency');
            $table->string('status');
            $table->integer('times_paid')->default(0);
        });
    }

    public function aurpayPrice(): string
    {
        return $this->price;
    }

    public function aurpayCurrency(): string
    {
        return $this->currency;
    }

    public function aurpayNeedsPayment(): bool
    {
        return $this->status === 'open' && $this->hasNoPayment();
    }
}
