<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Gateway;

use Aurpay\Sandbox\Money\Decimal;
use Aurpay\Sandbox\Store\Order;

/**
 * The payment as a link for a wallet, and as the content of a QR code.
 *
 * - Bitcoin: BIP 21. Litecoin Core reads the same form with its own scheme.
 * - Lightning: BOLT 11, "lightning:" and the invoice.
 * - Ethereum and BNB Smart Chain: EIP-681 with the number of the chain (EIP-155).
 *
 * Tron has no documented scheme, so there is no link, and its QR code has only the address.
 */
final class WalletLink
{
    private const CHAIN_IDS = ['ETH' => 1, 'BSC' => 56];
    private const SCHEMES = ['BTC' => 'bitcoin', 'LTC' => 'litecoin'];

    /** The decimals of the tokens' contracts, in whose smallest unit EIP-681 counts. Coins have 18. */
    private const TOKEN_DECIMALS = ['USDT-ERC20' => 6, 'USDC-ERC20' => 6, 'DAI-ERC20' => 18];
    private const COIN_DECIMALS = 18;

    /** Null if there is no documented scheme. */
    public static function uri(Order $order, string $amount): ?string
    {
        $chain = $order->coin->chain;
        if ($order->paymentRequest !== null) {
            return 'lightning:' . $order->paymentRequest;
        }
        if (isset(self::SCHEMES[$chain])) {
            return self::SCHEMES[$chain] . ":{$order->address}?amount=$amount";
        }

        return isset(self::CHAIN_IDS[$chain]) ? self::ethereum($order, $amount, self::CHAIN_IDS[$chain]) : null;
    }

    /**
     * Upper case makes smaller codes, and BIP 173 and BOLT 11 allow it: a scheme, a bech32 address and an invoice mean
     * the same in both cases. The names of parameters do not.
     */
    public static function qrContent(Order $order, string $amount): string
    {
        $uri = self::uri($order, $amount) ?? $order->address;
        $isBech32 = isset(self::SCHEMES[$order->coin->chain]) || $order->paymentRequest !== null;
        if (!$isBech32) {
            return $uri;
        }
        [$target, $parameters] = explode('?', $uri, 2) + [1 => ''];

        return strtoupper($target) . ($parameters === '' ? '' : "?$parameters");
    }

    private static function ethereum(Order $order, string $amount, int $chainId): ?string
    {
        $coin = $order->coin;
        if ($coin->contract === '') {
            return "ethereum:{$order->address}@$chainId?value=" . self::units($amount, self::COIN_DECIMALS);
        }
        $decimals = self::TOKEN_DECIMALS[$coin->currency] ?? null;

        return $decimals === null
            ? null
            : "ethereum:{$coin->contract}@$chainId/transfer?address={$order->address}&uint256="
                . self::units($amount, $decimals);
    }

    /** The amount in the smallest unit: a whole number, as amounts have no more places than their coin. */
    private static function units(string $amount, int $decimals): string
    {
        return Decimal::multiply($amount, '1' . str_repeat('0', $decimals));
    }
}
