<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\AzPays;

use Aurpay\Sandbox\Json\Number;

/**
 * The purses of the account. They never change.
 */
final class Purses
{
    /** uuid => name, currency, note, status, number, color, balance, freeze */
    private const ALL = [
        '1f0a5c1e-7c7b-4c0b-9a55-3f6d6f1f2a01' => [
            'Shop', 'USD', 'Sales', 11011, 100001, '#1abc9c', '1250.75', '0',
        ],
        '2e9b4d2f-8d8c-4d1c-8b66-4a7e7a2a3b02' => [
            'Tokens', 'ETH', '', 11011, 100002, '#3498db', '123456789012345678.123456789012345678',
            '0.000000000000000001',
        ],
        '3d8c3e3a-9e9d-4e2d-9c77-5b8f8b3b4c03' => [
            'Old', 'EUR', 'Closed', 11013, 100003, '#95a5a6', '0', '999999999999999999.999999999999999999',
        ],
    ];

    /**
     * @return list<array<string, mixed>> named by `uuid`
     */
    public static function list(): array
    {
        $purses = [];
        foreach (array_keys(self::ALL) as $uuid) {
            $purses[] = ['uuid' => $uuid] + self::members($uuid);
        }

        return $purses;
    }

    /**
     * @return array<string, mixed> named by `id`
     */
    public static function read(string $uuid): array
    {
        return isset(self::ALL[$uuid])
            ? ['id' => $uuid] + self::members($uuid)
            : throw new Refusal(404, 'Purse not found');
    }

    /**
     * @param key-of<self::ALL> $uuid
     *
     * @return array<string, mixed>
     */
    private static function members(string $uuid): array
    {
        [$name, $currency, $note, $status, $number, $color, $balance, $freeze] = self::ALL[$uuid];

        return [
            'name' => $name,
            'currency' => $currency,
            'note' => $note,
            'status' => $status,
            'number' => $number,
            'color' => $color,
            'balance' => new Number($balance),
            'freeze' => new Number($freeze),
        ];
    }
}
