<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

/** What the gateway says of a payment. */
final class Answer
{
    /**
     * @param string  $gatewayId what was asked about; the extension refuses an answer for another payment
     * @param string  $status    one of GatewayStatus, or another text
     * @param Outcome $outcome   of the comparison with the shop's order
     * @param array{obtained: string, chain: string, coin: string, amount: string, tx_hash: string} $known what may be
     *     kept; empty where the gateway says nothing
     * @param int     $askedAt   Unix time
     */
    public function __construct(
        public readonly string $gatewayId,
        public readonly string $status,
        public readonly Outcome $outcome,
        public readonly array $known,
        public readonly int $askedAt,
    ) {}

    /** @param array<string, mixed> $detail as Aurpay\Order::detail() returns it */
    public static function of(string $gatewayId, array $detail, Outcome $outcome, int $askedAt): self
    {
        $text = static fn (string $name): string => is_string($detail[$name] ?? null) ? $detail[$name] : '';

        return new self($gatewayId, $text('status'), $outcome, [
            'obtained' => $text('obtained'),
            'chain' => $text('chain'),
            'coin' => $text('currency'),
            'amount' => $text('amount'),
            'tx_hash' => $text('tx_hash'),
        ], $askedAt);
    }
}
