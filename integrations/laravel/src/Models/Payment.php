<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Models;

use Aurpay\Laravel\Contracts\Payable;
use Aurpay\Laravel\GatewayStatus;
use Aurpay\Laravel\PaymentState;
use Aurpay\Laravel\RefundState;
use Aurpay\Laravel\Testing\PaymentFactory;
use Aurpay\Laravel\Verdict;
use Illuminate\Database\Eloquent\Factories\HasFactory;
use Illuminate\Database\Eloquent\Model;
use Illuminate\Database\Eloquent\Relations\MorphTo;
use Illuminate\Database\Query\Builder as QueryBuilder;
use Illuminate\Support\Carbon;

/**
 * A payment of the shop's order. Times are Unix time, 0 for never. Amounts are text.
 *
 * @property int $id
 * @property string $token names it in its callback URL; a secret
 * @property string $payable_type
 * @property string $payable_id
 * @property string $kind one of the constants
 * @property PaymentState $state
 * @property string|null $gateway_id null until the gateway has named it
 * @property string $status what the gateway says: GatewayStatus, or text that this package does not know
 * @property string $price what the order cost when the payment was created
 * @property string $currency of the price
 * @property string $chain
 * @property string $coin
 * @property string $amount in the coin
 * @property string $obtained what the gateway says it has obtained; it can be without its fee
 * @property string $address
 * @property string $tx_hash
 * @property string $pay_url the gateway's page for the customer; a secret of that customer
 * @property string $callback_url exactly what the gateway was given: callbacks sign it
 * @property Verdict $verdict
 * @property string|null $confirmed_for the order that it has paid
 * @property RefundState $refund
 * @property string|null $refund_reason why it was refused
 * @property int $refund_at when it was requested or sent
 * @property int $created_at
 * @property int $closed_at when the shop first learned that it has expired
 * @property int $asked_at
 * @property int $next_ask_at
 * @property-read (Model&Payable)|null $payable
 */
final class Payment extends Model
{
    /** @use HasFactory<PaymentFactory> */
    use HasFactory;

    /** The customer chose the coin in the shop. */
    public const KIND_COIN = 'coin';
    /** The customer chooses the coin on the gateway's page. Only a callback tells the gateway's id. */
    public const KIND_HOSTED = 'hosted';

    /** Longer than any payment is open at the gateway, which does not tell of a page on which no coin was chosen. */
    private const LIFETIME_SECONDS = 86400;

    public $timestamps = false;

    protected $table = 'aurpay_payments';

    protected $guarded = [];

    protected $hidden = ['token', 'pay_url', 'callback_url'];

    protected $attributes = ['pay_url' => '', 'callback_url' => '', 'verdict' => 'waiting', 'refund' => ''];

    protected $casts = [
        'state' => PaymentState::class,
        'verdict' => Verdict::class,
        'refund' => RefundState::class,
        'refund_at' => 'integer',
        'created_at' => 'integer',
        'closed_at' => 'integer',
        'asked_at' => 'integer',
        'next_ask_at' => 'integer',
    ];

    protected static function newFactory(): PaymentFactory
    {
        return PaymentFactory::new();
    }

    /** @return MorphTo<Model, $this> */
    public function payable(): MorphTo
    {
        return $this->morphTo();
    }

    /**
     * The shop's order as the database has it now; null if it was deleted, or put into the bin. Global scopes hide none:
     * nobody is logged in when the gateway calls.
     */
    public function freshPayable(): ?Payable
    {
        $payable = $this->payable()->withoutGlobalScopes()->useWritePdo()->first();
        $isInBin = $payable !== null && method_exists($payable, 'trashed') && $payable->trashed();

        return $payable instanceof Payable && !$isInBin ? $payable : null;
    }

    /** Never from a replica, which can be behind: a payment would be started again, or be unknown to its callback. */
    protected function newBaseQueryBuilder(): QueryBuilder
    {
        return parent::newBaseQueryBuilder()->useWritePdo();
    }

    /** Named always: else a relation of an order in another database would look for payments there. */
    public function getConnectionName(): string
    {
        return (string) (parent::getConnectionName() ?? self::getConnectionResolver()?->getDefaultConnection());
    }

    /** Whether the customer can still be expected to pay it. Nobody does so on a page that is a day old. */
    public function isOpen(): bool
    {
        return $this->state === PaymentState::Open && GatewayStatus::isOpen($this->status)
            && Carbon::now()->getTimestamp() < $this->created_at + self::LIFETIME_SECONDS;
    }

    /** A row for a further id of the gateway: the customer of a hosted payment has chosen another coin. */
    public function sibling(string $gatewayId, int $now): self
    {
        $sibling = new self(array_intersect_key($this->getAttributes(), array_flip([
            'token', 'payable_type', 'payable_id', 'kind', 'price', 'currency', 'callback_url',
        ])));
        $sibling->fill(['state' => PaymentState::Open, 'gateway_id' => $gatewayId, 'created_at' => $now])->save();

        return $sibling->refresh();
    }

    /** Whether anything has come. */
    public function hasMoney(): bool
    {
        return preg_match('/[1-9]/', $this->obtained) === 1;
    }

    /** Whether it has paid the order. */
    public function isConfirmed(): bool
    {
        return $this->verdict === Verdict::Confirmed;
    }
}
