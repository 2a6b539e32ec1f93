<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\AzPays;

use Aurpay\Sandbox\Clock;
use Aurpay\Sandbox\Json\Number;
use Aurpay\Sandbox\Store\Database;
use Aurpay\Sandbox\Store\Row;

final readonly class Transactions
{
    public const PAGE_SIZE = 10;

    private const OPENING_COUNT = 25;
    /** Amounts in the formats that the service may use. The transactions take them in turn. */
    private const AMOUNTS = [
        '123456789012345678.123456789012345678', '0.000000000000000001', '18', '19.90', '1.0e-7',
        '999999999999999999.999999999999999999', '0.1',
    ];
    private const TYPES = [12020, 12022, 12023, 12024];

    public function __construct(private Database $database, private Clock $clock) {}

    public function open(): void
    {
        for ($number = 0; $number < self::OPENING_COUNT; $number++) {
            $this->add(
                self::AMOUNTS[$number % count(self::AMOUNTS)],
                self::TYPES[$number % count(self::TYPES)],
                11013,
                'USD',
            );
        }
    }

    /** @return string the new transaction's uuid */
    public function add(string $amount, int $type, int $status, string $currency): string
    {
        $uuid = self::uuid();
        $this->database->insert('azpays_transactions', [
            'uuid' => $uuid,
            'amount' => $amount,
            'type' => $type,
            'status' => $status,
            'currency' => $currency,
            'detected_at' => $this->clock->stamp(60),
            'verified_at' => $this->clock->stamp(),
        ]);

        return $uuid;
    }

    /**
     * @return list<array<string, mixed>> empty beyond the last page
     */
    public function page(int $page): array
    {
        return array_map(self::describe(...), $this->database->all(
            'SELECT * FROM azpays_transactions ORDER BY number LIMIT :size OFFSET :first',
            ['size' => self::PAGE_SIZE, 'first' => ($page - 1) * self::PAGE_SIZE],
        ));
    }

    /**
     * @return array<string, mixed>
     */
    public function read(string $uuid): array
    {
        $row = $this->database->one('SELECT * FROM azpays_transactions WHERE uuid = :uuid', ['uuid' => $uuid]);

        return self::describe($row ?? throw new Refusal(404, 'Transaction not found'));
    }

    /**
     * All transactions, as the published server answers.
     *
     * @return list<array<string, mixed>>
     */
    public function published(): array
    {
        $rows = $this->database->all('SELECT * FROM azpays_transactions ORDER BY uuid');

        return array_map(PublishedServer::transaction(...), $rows);
    }

    /**
     * One transaction, as the published server answers. Its condition is "this id and paid to the user, or paid by the
     * user", without an order, so what the user has paid can be found for every id. Here it always is.
     *
     * @return array<string, mixed>
     */
    public function readPublished(string $uuid): array
    {
        $row = $this->database->one(
            'SELECT * FROM azpays_transactions WHERE uuid = :uuid OR type = :paid ORDER BY type = :paid DESC, uuid',
            ['uuid' => $uuid, 'paid' => PublishedServer::WITHDRAWAL],
        );

        return PublishedServer::transaction($row ?? throw new Refusal(404, 'Transaction not found'));
    }

    /**
     * @return array<string, mixed>
     */
    private static function describe(Row $row): array
    {
        $number = $row->int('number');

        return [
            'uuid' => $row->text('uuid'),
            'authority' => sprintf('A%011d', $number),
            'type' => $row->int('type'),
            'payee' => ['uuid' => '4c7d2f4b-afae-4f3e-8d88-6c9a9c4c5d04', 'name' => 'Shop'],
            // Published samples have a string here too, although the description has none.
            'payer' => $number % 5 === 0
                ? 'Customer'
                : ['uuid' => '5b6e1a5c-babf-4a4f-9e99-7dabad5d6e05', 'name' => 'Customer'],
            'amount' => new Number($row->text('amount')),
            'currency' => $row->text('currency'),
            'description' => "Transaction $number",
            'payer_description' => '',
            'trace_number' => (string) (700_000 + $number),
            'detected_at' => $row->text('detected_at'),
            'verified_at' => $row->text('verified_at'),
            'status' => $row->int('status'),
        ];
    }

    private static function uuid(): string
    {
        $hex = bin2hex(random_bytes(16));
        $hex[12] = '4';
        $hex[16] = '89ab'[random_int(0, 3)];

        return implode('-', sscanf($hex, '%8s%4s%4s%4s%12s') ?? []);
    }
}
