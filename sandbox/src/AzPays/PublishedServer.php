<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\AzPays;

use Aurpay\Sandbox\Http\Response;
use Aurpay\Sandbox\Json\Number;
use Aurpay\Sandbox\Money\Decimal;
use Aurpay\Sandbox\Store\Row;

/**
 * The answers of the service's own published server (a Laravel application), where they differ from its documents:
 *
 * - lists are unpaged, whatever page is asked for, and metas is always an empty list;
 * - a record has id where the documents say uuid; statuses and types have other numbers; a currency is a number;
 * - amounts are strings, those of transactions with 18 decimals;
 * - a user who has paid something (type 12401) gets that transaction for every id that is asked for;
 * - refusals are those of the framework: a message, and no "succeed".
 */
final class PublishedServer
{
    public const WITHDRAWAL = 12401;

    private const CURRENCY = 1;
    private const TRANSACTION_STATUS = 12300;
    private const PURSE_STATUSES = [11011 => 12100, 11013 => 12101, 11014 => 12102];
    private const GENERAL_PURSE = 12000;
    /** The documents' types of transactions; a number that is not here is the server's own. */
    private const TYPES = [12020 => 12400, 12022 => 12402, 12023 => 12403, 12024 => 12403];

    /**
     * @param array<array-key, mixed> $results
     *
     * @return array<string, mixed>
     */
    public static function envelope(array $results): array
    {
        return ['succeed' => true, 'message' => '', 'results' => $results, 'metas' => []];
    }

    public static function failure(Refusal $refusal): Response
    {
        $message = match ($refusal->httpStatus) {
            401 => 'Unauthenticated.',
            404 => 'No query results for model.',
            default => $refusal->getMessage(),
        };

        return Response::json(['message' => $message], $refusal->httpStatus);
    }

    /**
     * @param array<string, mixed> $purse as the documents have it
     *
     * @return array<string, mixed>
     */
    public static function purse(array $purse): array
    {
        $id = $purse['uuid'] ?? $purse['id'] ?? '';
        $status = $purse['status'] ?? null;

        return [
            'id' => $id,
            'name' => $purse['name'] ?? null,
            'currency' => self::CURRENCY,
            'note' => $purse['note'] ?? null,
            'type' => self::GENERAL_PURSE,
            'status' => self::PURSE_STATUSES[is_int($status) ? $status : 0] ?? 12101,
            'address' => is_string($id) ? hash('sha256', $id) : '',
            'color' => is_string($purse['color'] ?? null) ? ltrim($purse['color'], '#') : null,
            'balance' => self::digits($purse['balance'] ?? null),
            'freeze' => self::digits($purse['freeze'] ?? null),
            'locked' => '0',
            'purse_user' => null,
        ];
    }

    /**
     * @return array<string, mixed>
     */
    public static function transaction(Row $row): array
    {
        $number = $row->int('number');
        $type = self::TYPES[$row->int('type')] ?? $row->int('type');

        return [
            'id' => $row->text('uuid'),
            'type' => $type,
            'amount' => self::with18Decimals($row->text('amount')),
            'payee_description' => null,
            'payer_description' => null,
            'authority' => sprintf('A%011d', $number),
            'trace_number' => (string) (700_000 + $number),
            'currency' => self::CURRENCY,
            'verified_at' => $row->text('verified_at') . '.000000Z',
            'status' => self::TRANSACTION_STATUS,
            'payer' => $type === self::WITHDRAWAL ? 'Shop' : 'Customer',
            'payee' => $type === self::WITHDRAWAL ? 'Supplier' : 'Shop',
            'transactional' => null,
            'gateway' => null,
            'network' => null,
        ];
    }

    private static function digits(mixed $number): string
    {
        return $number instanceof Number ? $number->digits : '0';
    }

    private static function with18Decimals(string $number): string
    {
        [$whole, $fraction] = explode('.', Decimal::plain($number) ?? $number, 2) + [1 => ''];

        return $whole . '.' . str_pad($fraction, 18, '0');
    }
}
