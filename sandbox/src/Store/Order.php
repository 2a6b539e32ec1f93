<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

use Aurpay\Sandbox\Gateway\PaymentTerms;
use Aurpay\Sandbox\Money\Coin;
use Aurpay\Sandbox\Money\Coins;

final readonly class Order
{
    public const STATUSES = [
        'PENDING', 'SUCCESS', 'RESOLVED', 'PARTIAL', 'OVERDUE', 'FAILED', 'TERMINATED', 'REFUNDED',
    ];
    /** "Indicates if the order is eligible for a refund" (Get Order List). */
    public const REFUNDABLE = ['SUCCESS', 'RESOLVED'];
    public const TYPES = ['ORDER', 'INVOICE', 'WITHDRAW'];

    public function __construct(
        public string $orderId,
        public string $userId,
        public string $type,
        public string $status,
        public Coin $coin,
        public string $amount,
        public PaymentTerms $terms,
        public string $address,
        public ?string $paymentRequest,
        public string $txId,
        public string $createTime,
        public string $updateTime,
    ) {}

    public static function fromRow(Row $row): self
    {
        return new self(
            $row->text('order_id'),
            $row->text('user_id'),
            $row->text('order_type'),
            $row->text('status'),
            Coins::get($row->text('chain'), $row->text('currency')),
            $row->text('amount'),
            PaymentTerms::fromJson($row->text('terms')),
            $row->text('address'),
            $row->textOrNull('payment_request'),
            $row->text('tx_id'),
            $row->text('create_time'),
            $row->text('update_time'),
        );
    }

    /**
     * @return array<string, int|string|null>
     */
    public function toColumns(): array
    {
        return [
            'order_id' => $this->orderId,
            'user_id' => $this->userId,
            'order_type' => $this->type,
            'platform' => $this->terms->platform,
            'status' => $this->status,
            'chain' => $this->coin->chain,
            'currency' => $this->coin->currency,
            'amount' => $this->amount,
            'vs_price' => $this->terms->price,
            'vs_currency' => $this->terms->currency,
            'terms' => $this->terms->toJson(),
            'address' => $this->address,
            'payment_request' => $this->paymentRequest,
            'tx_id' => $this->txId,
            'create_time' => $this->createTime,
            'update_time' => $this->updateTime,
        ];
    }

    public function isRefundable(): bool
    {
        return in_array($this->status, self::REFUNDABLE, true);
    }
}
