<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

use Aurpay\Sandbox\Gateway\PaymentTerms;

/**
 * A pay URL. The Aurpay order is created when the customer chooses a coin.
 */
final readonly class Checkout
{
    public function __construct(
        public string $token,
        public string $userId,
        public PaymentTerms $terms,
        public ?string $orderId,
        public string $createTime,
    ) {}

    public static function fromRow(Row $row): self
    {
        return new self(
            $row->text('token'),
            $row->text('user_id'),
            PaymentTerms::fromJson($row->text('terms')),
            $row->textOrNull('order_id'),
            $row->text('create_time'),
        );
    }
}
