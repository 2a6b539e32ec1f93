<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

use Aurpay\Sandbox\Money\Coin;
use Aurpay\Sandbox\Money\Coins;
use Aurpay\Sandbox\Money\Decimal;

/**
 * The merchant's balances. The balances at the start are invented.
 */
final readonly class Wallets
{
    private const OPENING = [
        'USDT-ERC20' => '1000',
        'USDC-ERC20' => '250.5',
        'BTC' => '0.05',
        'BTC-LN' => '0.00282246368',
        'USDT-TRC20' => '500',
    ];

    public function __construct(private Database $database) {}

    public function open(string $userId): void
    {
        foreach (Coins::all() as $coin) {
            $this->set($userId, $coin, self::OPENING[$coin->currency] ?? '0');
        }
    }

    public function balance(string $userId, Coin $coin): string
    {
        return $this->database->one(
            'SELECT balance FROM wallets WHERE user_id = :user_id AND chain = :chain AND currency = :currency',
            ['user_id' => $userId, 'chain' => $coin->chain, 'currency' => $coin->currency],
        )?->text('balance') ?? '0';
    }

    public function credit(string $userId, Coin $coin, string $amount): void
    {
        $this->set($userId, $coin, Decimal::add($this->balance($userId, $coin), $amount));
    }

    /** Returns false and changes nothing if the balance is too small. */
    public function debit(string $userId, Coin $coin, string $amount): bool
    {
        $balance = $this->balance($userId, $coin);
        if (Decimal::compare($balance, $amount) < 0) {
            return false;
        }
        $this->set($userId, $coin, Decimal::subtract($balance, $amount));

        return true;
    }

    private function set(string $userId, Coin $coin, string $balance): void
    {
        $this->database->run(
            'INSERT INTO wallets (user_id, chain, currency, balance)
             VALUES (:user_id, :chain, :currency, :balance)
             ON CONFLICT (user_id, chain, currency) DO UPDATE SET balance = excluded.balance',
            [
                'user_id' => $userId,
                'chain' => $coin->chain,
                'currency' => $coin->currency,
                'balance' => $balance,
            ],
        );
    }
}
