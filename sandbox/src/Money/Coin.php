<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Money;

/**
 * One cryptocurrency on one chain, with the sandbox's invented rate and fee.
 */
final readonly class Coin
{
    public function __construct(
        public string $chain,
        public string $currency,
        public string $chainName,
        /** How much of the coin one USD buys. */
        public string $perUsd,
        /** The decimal places of an amount. */
        public int $scale,
        public string $networkFee,
        public string $contract = '',
        public bool $stable = false,
    ) {}

    public function isLightning(): bool
    {
        return $this->chain === 'BLN';
    }

    /**
     * Converts a price to this coin. With $fixed (fixed_encrypt_price of the
     * documents), a stable coin is worth exactly one USD.
     */
    public function amountFor(string $price, string $fiat, bool $fixed): string
    {
        $usd = FiatCurrencies::inUsd($price, $fiat);

        return Decimal::round($fixed ? $usd : Decimal::multiply($usd, $this->perUsd), $this->scale);
    }

    /** The fee for a transfer of $amount. It is at most a tenth, so that small test orders can be refunded. */
    public function feeFor(string $amount): string
    {
        return Decimal::min($this->networkFee, Decimal::round(Decimal::multiply($amount, '0.1'), $this->scale));
    }
}
