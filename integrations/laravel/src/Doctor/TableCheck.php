<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Doctor;

use Aurpay\Laravel\Models\Payment;

/** Whether the package's migrations were run. */
final class TableCheck implements Check
{
    private const TABLES = [
        'aurpay_payments' => [
            'id', 'token', 'payable_type', 'payable_id', 'kind', 'state', 'gateway_id', 'status', 'price', 'currency', 'chain',
            'coin', 'amount', 'obtained', 'address', 'tx_hash', 'pay_url', 'callback_url', 'verdict', 'confirmed_for', 'refund',
            'refund_reason', 'settlements', 'refund_at', 'created_at', 'closed_at', 'asked_at', 'next_ask_at',
        ],
        'aurpay_events' => ['id', 'payment_id', 'event', 'created_at', 'told_at', 'telling_until'],
        'aurpay_callbacks' => ['id', 'payment_id', 'gateway_id', 'http_status', 'reason', 'created_at'],
    ];

    public function subject(): string
    {
        return 'Tables';
    }

    public function findings(): array
    {
        $schema = (new Payment())->getConnection()->getSchemaBuilder();
        $missing = [];
        foreach (self::TABLES as $table => $columns) {
            $existing = $schema->getColumnListing($table);
            $missing = [...$missing, ...match ($existing) {
                [] => ["the table $table"],
                default => array_map(static fn (string $column): string => "$table.$column", array_values(array_diff($columns, $existing))),
            }];
        }

        return [$missing === []
            ? Finding::ok('All tables and columns are there.')
            : Finding::failed('Missing: ' . implode(', ', $missing) . '.', 'Run php artisan aurpay:install, then php artisan migrate.')];
    }
}
