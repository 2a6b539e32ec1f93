<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\EnayaPay;

use Aurpay\Sandbox\Store\Database;
use Aurpay\Sandbox\Store\Row;

final readonly class Cards
{
    /** The card that exists at the start. */
    public const FIRST = [
        'pan' => '9888190000000017', 'ipin' => '1234', 'expiration_date' => '1230', 'balance' => '400',
    ];

    public function __construct(private Database $database) {}

    public function open(): void
    {
        $this->put(self::FIRST);
    }

    /** @param array{pan: string, ipin: string, expiration_date: string, balance: string} $card */
    public function put(array $card): void
    {
        $this->database->run(
            'INSERT INTO enayapay_cards (pan, ipin, expiration_date, balance)
             VALUES (:pan, :ipin, :expiration_date, :balance)
             ON CONFLICT (pan) DO UPDATE
             SET ipin = excluded.ipin, expiration_date = excluded.expiration_date, balance = excluded.balance',
            $card,
        );
    }

    public function find(string $pan): ?Row
    {
        return $this->database->one('SELECT * FROM enayapay_cards WHERE pan = :pan', ['pan' => $pan]);
    }

    /**
     * @return list<array<string, string>>
     */
    public function describe(): array
    {
        return array_map(static fn (Row $row): array => [
            'pan' => $row->text('pan'),
            'ipin' => $row->text('ipin'),
            'expiration_date' => $row->text('expiration_date'),
            'balance' => $row->text('balance'),
        ], $this->database->all('SELECT * FROM enayapay_cards ORDER BY pan'));
    }
}
