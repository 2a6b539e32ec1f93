<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Testing;

/** The names by which tests speak of the calls, as a Client's methods are called, and what they are on the wire. */
final class Endpoints
{
    public const ALL = [
        'login' => ['POST', '/api/user/login'],
        'fetchApiKey' => ['GET', '/api/plugin/key'],
        'orders.fiatCurrencies' => ['GET', '/api/order/pay/real-currency'],
        'orders.cryptoCurrencies' => ['GET', '/api/order/pay/crypto-currency'],
        'orders.createPayUrl' => ['POST', '/api/order/pay-url'],
        'orders.createPayInfo' => ['POST', '/api/order/pay-info'],
        'orders.list' => ['GET', '/api/v2/order/'],
        'orders.detail' => ['GET', '/api/v2/order/detail/{id}'],
        'orders.refundInfo' => ['GET', '/api/v2/order/refund-info/{id}'],
        'orders.refund' => ['POST', '/api/v2/order/refund/{id}'],
        'transactions.list' => ['GET', '/api/v2/tx'],
        'wallet.list' => ['GET', '/api/withdraw/wallets'],
        'wallet.withdraw' => ['POST', '/api/withdraw'],
        'wallet.selfCustody' => ['GET', '/api/contract/balance'],
        'lightning.balance' => ['GET', '/api/bln/balance'],
        'lightning.createOrder' => ['POST', '/api/bln/order'],
        'lightning.withdraw' => ['POST', '/api/bln/withdraw'],
    ];

    /** Methods that are made of other calls. */
    private const MADE_OF = [
        'orders.confirm' => 'orders.detail',
        'orders.details' => 'orders.detail',
        'orders.each' => 'orders.list',
        'transactions.each' => 'transactions.list',
    ];

    /**
     * The name of a request.
     *
     * @param string $target path and query
     *
     * @return array{string, string} the name, "POST /path" for one without a method of its own; and the id in its path, ""
     *     if there is none
     */
    public static function nameOf(string $method, string $target): array
    {
        $path = explode('?', $target, 2)[0];
        foreach (self::ALL as $name => [$itsMethod, $itsPath]) {
            $pattern = '~^' . str_replace('\{id\}', '([A-Za-z0-9_-]+)', preg_quote($itsPath, '~')) . '$~D';
            if ($method === $itsMethod && preg_match($pattern, $path, $match) === 1) {
                return [$name, $match[1] ?? ''];
            }
        }

        return ["$method $path", ''];
    }

    /**
     * The name of the request that a method makes: confirm() asks for a detail.
     *
     * @throws \ValueError if there is no such call
     */
    public static function resolve(string $name): string
    {
        $name = self::MADE_OF[$name] ?? $name;
        if (isset(self::ALL[$name]) || preg_match('~^(GET|POST|PUT|PATCH|DELETE) /\S*$~D', $name) === 1) {
            return $name;
        }
        throw new \ValueError(sprintf(
            'There is no call "%s". There are %s, and requests such as "POST /api/path".',
            $name,
            implode(', ', [...array_keys(self::ALL), ...array_keys(self::MADE_OF)]),
        ));
    }
}
