<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Models;

use Illuminate\Database\Eloquent\Model;
use Illuminate\Database\Eloquent\Relations\BelongsTo;
use Illuminate\Database\Query\Builder;

/**
 * What has to be told of a payment. It is written with the change itself, and told after it is committed.
 *
 * @property int $id
 * @property int $payment_id
 * @property string $event one of Announcer's constants, or a Verdict
 * @property int $created_at Unix time
 * @property int $told_at Unix time; 0 until all listeners have run
 * @property int $telling_until Unix time until which a process has it
 * @property-read Payment $payment
 */
final class PaymentEvent extends Model
{
    public $timestamps = false;

    protected $table = 'aurpay_events';

    protected $guarded = [];

    protected $attributes = ['told_at' => 0, 'telling_until' => 0];

    protected $casts = ['payment_id' => 'integer', 'created_at' => 'integer', 'told_at' => 'integer', 'telling_until' => 'integer'];

    /** Never from a replica, which can be behind. */
    protected function newBaseQueryBuilder(): Builder
    {
        return parent::newBaseQueryBuilder()->useWritePdo();
    }

    /** @return BelongsTo<Payment, $this> */
    public function payment(): BelongsTo
    {
        return $this->belongsTo(Payment::class);
    }
}
