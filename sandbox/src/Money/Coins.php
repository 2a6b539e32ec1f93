<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Money;

/**
 * The coins of GET /api/order/pay/crypto-currency, in the document's order.
 *
 * Chains, currencies and the contract of USDT-ERC20 are from the documents.
 * Rates and fees are invented and never change: 100 USD are 0.00102549 BTC, as
 * in the documents' example of a callback.
 */
final class Coins
{
    /**
     * @return list<Coin>
     */
    public static function all(): array
    {
        $erc20 = '0xdAC17F958D2ee523a2206206994597C13D831ec7';
        $trc20 = 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';
        $dai = '0x6B175474E89094C44Da98b954EedeAC495271d0F';
        $usdc = '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48';

        return [
            new Coin('ETH', 'ETH', 'Ethereum', '0.000284', 8, '0.0003'),
            new Coin('ETH', 'USDT-ERC20', 'Ethereum', '1.0005', 6, '0.353', $erc20, true),
            new Coin('ETH', 'USDC-ERC20', 'Ethereum', '1.0002', 6, '0.353', $usdc, true),
            new Coin('ETH', 'DAI-ERC20', 'Ethereum', '1.0003', 6, '0.353', $dai, true),
            new Coin('BTC', 'BTC', 'Bitcoin', '0.0000102549', 8, '0.00000820'),
            new Coin('BLN', 'BTC-LN', 'Bitcoin Lightning Network', '0.0000102549', 8, '0.00000010'),
            new Coin('LTC', 'LTC', 'Litecoin', '0.0127', 8, '0.0002'),
            new Coin('BSC', 'BNB', 'BNB Smart Chain', '0.00165', 8, '0.0002'),
            new Coin('TRX', 'USDT-TRC20', 'Tron', '1.0005', 6, '0.2', $trc20, true),
            new Coin('TRX', 'USDC-TRC20', 'Tron', '1.0002', 6, '0.2', 'TEkxiTehnzSmSe2XqrBj4w32RUN966rdz8', true),
        ];
    }

    public static function find(string $chain, string $currency): ?Coin
    {
        foreach (self::all() as $coin) {
            if ($coin->chain === $chain && $coin->currency === $currency) {
                return $coin;
            }
        }

        return null;
    }

    /** The coin of an order, whose chain and currency were checked when it was created. */
    public static function get(string $chain, string $currency): Coin
    {
        return self::find($chain, $currency) ?? throw new \OutOfBoundsException("$chain/$currency");
    }

    /**
     * @return list<array{chain: string, currency: string, status: bool}>
     */
    public static function list(): array
    {
        return array_map(
            static fn (Coin $coin): array => [
                'chain' => $coin->chain,
                'currency' => $coin->currency,
                'status' => true,
            ],
            self::all(),
        );
    }
}
