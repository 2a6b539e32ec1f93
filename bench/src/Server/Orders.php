<?php

declare(strict_types=1);

namespace AurpayBench\Server;

use AurpayBench\Contender\Contender;

/** Answers of the API, like those in its documents. */
final class Orders
{
    public const PAGE_SIZE = 100;

    private const PAY_URL = 'https://dashboard.aurpay.net/#/cashier/choose?token='
        . '1ad16906cce282a5abe0e666ad99bddf20229630f948e5537f5b46f1f5beee1a';

    private const ORDER = [
        'user_id' => 'mct-07d283468bf8',
        'order_id' => '20240806071926377966',
        'order_type' => 'ORDER',
        'platform' => 'PAYMENTBUTTON',
        'status' => 'SUCCESS',
        'chain' => 'ETH',
        'chain_name' => 'Ethereum',
        'currency' => 'USDT-ERC20',
        'amount' => '19.0012',
        'vs_price' => '19.0',
        'vs_currency' => 'USD',
        'remark' => '',
        'refund' => false,
        'create_time' => '2024-08-06T07:19:26',
        'update_time' => '2024-08-06T07:19:26',
    ];

    private const DETAIL = [
        'tx_id' => '68e9e5ed-28b8-4723-97fc-de5c643652e5',
        'tx_type' => 'ORDER',
        'obtained' => '18.8012',
        'fee' => '0.2',
        'from_addr' => '0xBB9043C5dEC27573DeEf97D750bCC52195F19009',
        'to_addr' => '0x0ba476533C07845B10fB8Dd63A78978a926ef2EC',
        'tx_hash' => '0x67bf6431c602b6c3c8c23705073aa3529788d4b4fcafb0602573eb5eed1eb5f8',
        'contract_id' => null,
    ];

    /** The request for which payUrl() is the answer. */
    public static function payUrlBody(): string
    {
        return json_encode(Contender::PAY_URL, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES);
    }

    public function payUrl(): string
    {
        return self::envelope(['pay_url' => self::PAY_URL]);
    }

    /** Whether a page shows what it has asked for. If its call failed, it does not. */
    public static function isPayUrlIn(string $page): bool
    {
        return str_contains($page, self::PAY_URL);
    }

    public function detail(string $orderId): string
    {
        return self::envelope(['order_id' => $orderId] + self::ORDER + self::DETAIL);
    }

    /** @return list<string> */
    public function ids(int $count): array
    {
        return array_map(self::id(...), range(1, $count));
    }

    /**
     * A page of orders.
     *
     * @param bool $hasNumbers whether every other order has JSON numbers as amounts, like other endpoints; the
     *     documents show strings here
     */
    public function page(int $page, int $orders, int $lastPage, bool $hasNumbers): string
    {
        $list = [];
        for ($i = 1; $i <= $orders; $i++) {
            $number = ($page - 1) * self::PAGE_SIZE + $i;
            $money = ['amount' => $number % 500 + ($number % 9999) / 10000, 'vs_price' => (float) ($number % 500)];
            if (!$hasNumbers || $i % 2 === 0) {
                $money = ['amount' => (string) $money['amount'], 'vs_price' => "{$money['vs_price']}.0"];
            }
            $list[] = array_replace(self::ORDER, ['order_id' => self::id($number)], $money);
        }

        return self::envelope([
            'page' => $page,
            'size' => self::PAGE_SIZE,
            'total' => $lastPage * self::PAGE_SIZE,
            'max_page' => $lastPage,
            'data' => $list,
        ]);
    }

    private static function id(int $number): string
    {
        return '20240806' . str_pad((string) $number, 12, '0', STR_PAD_LEFT);
    }

    /** @param array<mixed> $data */
    private static function envelope(array $data): string
    {
        $envelope = ['code' => 0, 'message' => 'ok', 'data' => $data, 'result' => true];

        return json_encode($envelope, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION);
    }
}
