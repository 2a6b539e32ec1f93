<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

final readonly class Transaction
{
    public const STATUSES = ['PENDING', 'SUCCESS', 'RESOLVED', 'OVERDUE', 'FAILED', 'TERMINATED'];
    /** "UNKOWN" is the documents' spelling. */
    public const TYPES = ['ORDER', 'INVOICE', 'WITHDRAW', 'UNKOWN', 'SWAP', 'REFUND'];

    public function __construct(
        public string $txId,
        public string $userId,
        public ?string $orderId,
        public string $type,
        public string $status,
        public string $chain,
        public string $currency,
        public string $amount,
        public ?string $obtained,
        public string $fee,
        public ?string $fromAddress,
        public ?string $toAddress,
        public ?string $hash,
        public string $eventTime,
    ) {}

    public static function fromRow(Row $row): self
    {
        return new self(
            $row->text('tx_id'),
            $row->text('user_id'),
            $row->textOrNull('order_id'),
            $row->text('tx_type'),
            $row->text('status'),
            $row->text('chain'),
            $row->text('currency'),
            $row->text('amount'),
            $row->textOrNull('obtained'),
            $row->text('fee'),
            $row->textOrNull('from_addr'),
            $row->textOrNull('to_addr'),
            $row->textOrNull('tx_hash'),
            $row->text('event_time'),
        );
    }

    /** The same payment once more. */
    public function again(string $txId, string $hash, string $time): self
    {
        return new self(
            $txId,
            $this->userId,
            $this->orderId,
            $this->type,
            $this->status,
            $this->chain,
            $this->currency,
            $this->amount,
            $this->obtained,
            $this->fee,
            $this->fromAddress,
            $this->toAddress,
            $hash,
            $time,
        );
    }

    /**
     * @return array<string, string|null>
     */
    public function toColumns(): array
    {
        return ['order_id' => $this->orderId] + $this->toApi();
    }

    /**
     * An entry of GET /api/v2/tx.
     *
     * @return array<string, string|null>
     */
    public function toApi(): array
    {
        return [
            'user_id' => $this->userId,
            'tx_id' => $this->txId,
            'tx_type' => $this->type,
            'status' => $this->status,
            'chain' => $this->chain,
            'currency' => $this->currency,
            'amount' => $this->amount,
            'obtained' => $this->obtained,
            'fee' => $this->fee,
            'from_addr' => $this->fromAddress,
            'to_addr' => $this->toAddress,
            'tx_hash' => $this->hash,
            'event_time' => $this->eventTime,
        ];
    }
}
