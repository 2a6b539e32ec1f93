<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Testing;

use Aurpay\PaymentReason;

/** What the stand-in of Order::confirm() compares. */
final class Comparison
{
    /**
     * @param array<string, mixed> $detail
     *
     * @return array<string, mixed> the detail
     *
     * @throws \Aurpay\PaymentException if the order is not paid as expected
     */
    public static function confirm(array $detail, string|int|float $price, string $currency): array
    {
        $differs = match (true) {
            ($detail['order_id'] ?? '') === '' => PaymentReason::Order,
            ($detail['status'] ?? null) !== 'SUCCESS' => PaymentReason::Status,
            strcasecmp(self::text($detail['vs_currency'] ?? ''), $currency) !== 0 => PaymentReason::Currency,
            self::decimal(self::text($detail['vs_price'] ?? '')) !== self::decimal((string) $price) => PaymentReason::Price,
            default => null,
        };

        return $differs === null ? $detail : throw Thrown::payment($differs, $detail);
    }

    /**
     * A price as the extension takes it.
     *
     * @throws \ValueError if it is none
     */
    public static function refuseBadPrice(mixed $price): void
    {
        $isPrice = is_string($price)
            ? preg_match('/^(?=.*[1-9])[0-9]+(\.[0-9]+)?$/D', $price) === 1
            : (is_int($price) || is_float($price)) && $price > 0 && is_finite((float) $price);
        $isPrice || throw new \ValueError('The price must be a decimal number greater than zero');
    }

    /** The digits that count: "10.00" and "10" are the same price. */
    private static function decimal(string $amount): string
    {
        $amount = ltrim($amount, '0');

        return rtrim(str_contains($amount, '.') ? rtrim($amount, '0') : $amount, '.');
    }

    private static function text(mixed $value): string
    {
        return is_scalar($value) ? (string) $value : '';
    }
}
