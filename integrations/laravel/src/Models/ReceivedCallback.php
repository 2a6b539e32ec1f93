<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Models;

use Illuminate\Database\Eloquent\Model;

/**
 * A callback that came to the address of a payment, and what became of it. It has no secret, no body and no address.
 *
 * @property int $id
 * @property int $payment_id
 * @property string $gateway_id
 * @property int $http_status
 * @property string $reason "settled", or why it was refused
 * @property int $created_at Unix time
 */
final class ReceivedCallback extends Model
{
    public $timestamps = false;

    protected $table = 'aurpay_callbacks';

    protected $guarded = [];

    protected $casts = ['payment_id' => 'integer', 'http_status' => 'integer', 'created_at' => 'integer'];
}
