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

    /** The same for an order whose price is none that can be paid. */
    public function butOtherPrice(): self
    {
        return $this->outcome === Outcome::Matches
            ? new self($this->gatewayId, $this->status, Outcome::OtherPrice, $this->known, $this->askedAt)
            : $this;
    }

    /** @param array<string, mixed> $detail as Aurpay\Order::detail() returns it */
    public static function of(string $gatewayId, array $detail, Outcome $outcome, int $askedAt): self
    {
        // Text that every database keeps: a paid payment must not be lost because of what is written beside it.
        $text = static fn (string $name, int $length): string => is_string($detail[$name] ?? null)
            ? substr((string) preg_replace('/[^\x20-\x7e]/', '?', $detail[$name]), 0, $length)
            : '';
        $amount = static fn (string $name): string => preg_match('/^[0-9.]{1,128}$/D', $text($name, 129)) === 1 ? $text($name, 128) : '';

        return new self($gatewayId, $text('status', 32), $outcome, [
            'obtained' => $amount('obtained'),
            'chain' => $text('chain', 32),
            'coin' => $text('currency', 32),
            'amount' => $amount('amount'),
            'tx_hash' => $text('tx_hash', 255),
        ], $askedAt);
    }
}
