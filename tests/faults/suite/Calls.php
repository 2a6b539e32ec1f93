<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

use Aurpay\AzPays;
use Aurpay\Client;
use Aurpay\Credentials;

/** Every endpoint of the three providers, and Client::request(). */
final class Calls
{
    private const PAY_INFO = ['chain' => 'ETH', 'currency' => 'ETH', 'vs_currency' => 'USD', 'vs_price' => '1.5'];
    private const WITHDRAWAL = ['chain' => 'ETH', 'currency' => 'ETH', 'amount' => '0.25'];
    private const USER = ['user_phone' => '0249', 'user_password' => 'pass-word'];
    private const CODE = ['user_phone' => '0249', 'user_otp' => 'a-12345'];
    private const CARD = ['pan' => '0454', 'ipin' => 'x', 'uuid' => 'u', 'expiration_date' => '0824'];

    /** @return list<Call> */
    public static function all(): array
    {
        return [
            ...self::named('aurpay_aurpay_', Provider::Aurpay, false, self::aurpay()),
            ...self::named('request ', Provider::Aurpay, false, self::requests()),
            ...self::named('aurpay_azpays_', Provider::AzPays, false, self::azPays()),
            ...self::named('aurpay_enayapay_', Provider::EnayaPay, false, self::enayaPay()),
            ...self::named('aurpay_aurpay_', Provider::Aurpay, true, self::aurpayReads()),
            ...self::named('aurpay_azpays_', Provider::AzPays, true, self::azPaysReads()),
            new Call('aurpay_aurpay_order_detail', Provider::Aurpay, true, static fn (Clients $c): mixed
                => self::onlyOne($c->aurpay()->orders()->details(['4711']))),
            new Call('aurpay_azpays_transaction', Provider::AzPays, true, static fn (Clients $c): mixed
                => self::onlyOne($c->azPays()->transactionsByUuid(['9d3c']))),
            new Call('request GET', Provider::Aurpay, true, static fn (Clients $c): mixed
                => $c->aurpay()->request('GET', '/api/any', ['a' => 1])),
        ];
    }

    /** @return array<string, \Closure(Clients): mixed> */
    private static function aurpay(): array
    {
        return [
            'login' => static fn (Clients $c): mixed => Client::login('user', 'word', $c->options),
            'pay_url' => static fn (Clients $c): mixed
                => $c->signing()->orders()->createPayUrl($c->body(['price' => '10.50', 'currency' => 'USD'])),
            'pay_info' => static fn (Clients $c): mixed
                => $c->aurpay()->orders()->createPayInfo($c->body(self::PAY_INFO)),
            'refund' => static fn (Clients $c): mixed => $c->signing()->orders()->refund('4711'),
            'withdraw' => static fn (Clients $c): mixed => $c->aurpay()->wallet()->withdraw($c->body(self::WITHDRAWAL)),
            'lightning_order' => static fn (Clients $c): mixed
                => $c->aurpay()->lightning()->createOrder($c->body(['price' => 1, 'currency' => 'USD'])),
            'lightning_withdraw' => static fn (Clients $c): mixed
                => $c->aurpay()->lightning()->withdraw($c->body(['ln_invoices' => 'lnbc1'])),
        ];
    }

    /** @return array<string, \Closure(Clients): mixed> */
    private static function requests(): array
    {
        return [
            'POST' => static fn (Clients $c): mixed => $c->aurpay()->request('POST', '/api/any', $c->body(['a' => 1])),
            'PUT' => static fn (Clients $c): mixed => $c->aurpay()->request('PUT', '/api/any', $c->body([])),
            'PATCH' => static fn (Clients $c): mixed
                => $c->aurpay()->request('PATCH', '/api/any', $c->body(['a' => 1])),
            'DELETE' => static fn (Clients $c): mixed => $c->aurpay()->request('DELETE', '/api/any', $c->body([])),
        ];
    }

    /** @return array<string, \Closure(Clients): mixed> */
    private static function azPays(): array
    {
        return [
            'sign' => static fn (Clients $c): mixed => AzPays\Client::sign('hi@shop.example', $c->options),
            'verify' => static fn (Clients $c): mixed
                => AzPays\Client::verify('hi@shop.example', '012345', $c->options),
        ];
    }

    /** @return array<string, \Closure(Clients): mixed> */
    private static function enayaPay(): array
    {
        $user = self::USER + ['user_name' => 'doctor'];
        $change = ['current_password' => 'one', 'new_password' => 'two'];

        return [
            'register' => static fn (Clients $c): mixed => $c->enayaPay()->register($c->body($user)),
            'verify' => static fn (Clients $c): mixed => $c->enayaPay()->verify($c->body(self::CODE)),
            'login' => static fn (Clients $c): mixed => $c->enayaPay()->login($c->body(self::USER)),
            'reset_password' => static fn (Clients $c): mixed
                => $c->enayaPay()->resetPassword('user-token', $c->body(self::USER)),
            'change_password' => static fn (Clients $c): mixed
                => $c->enayaPay()->changePassword('user-token', $c->body($change)),
            'balance' => static fn (Clients $c): mixed => $c->enayaPay()->balance('user-token', $c->body(self::CARD)),
        ];
    }

    /** @return array<string, \Closure(Clients): mixed> */
    private static function aurpayReads(): array
    {
        return [
            'plugin_key' => static fn (Clients $c): mixed
                => $c->aurpay(Credentials::accessToken('token'))->fetchApiKey(),
            'fiat_currencies' => static fn (Clients $c): mixed => $c->aurpay()->orders()->fiatCurrencies(),
            'crypto_currencies' => static fn (Clients $c): mixed => $c->aurpay()->orders()->cryptoCurrencies(),
            'order_list' => static fn (Clients $c): mixed => $c->signing()->orders()->list(['size' => 10]),
            'order_detail' => static fn (Clients $c): mixed => $c->signing()->orders()->detail('4711'),
            'refund_info' => static fn (Clients $c): mixed => $c->aurpay()->orders()->refundInfo('4711'),
            'transaction_list' => static fn (Clients $c): mixed => $c->aurpay()->transactions()->list(),
            'wallet_list' => static fn (Clients $c): mixed => $c->aurpay()->wallet()->list(),
            'self_custody' => static fn (Clients $c): mixed => $c->aurpay()->wallet()->selfCustody(),
            'lightning_balance' => static fn (Clients $c): mixed => $c->aurpay()->lightning()->balance(),
        ];
    }

    /** @return array<string, \Closure(Clients): mixed> */
    private static function azPaysReads(): array
    {
        return [
            'purse_list' => static fn (Clients $c): mixed => $c->azPays()->purses(),
            'purse' => static fn (Clients $c): mixed => $c->azPays()->purse('9d3c'),
            'transaction_list' => static fn (Clients $c): mixed => $c->azPays()->transactions(),
            'transaction' => static fn (Clients $c): mixed => $c->azPays()->transaction('9d3c'),
        ];
    }

    /**
     * The only result of a call for many ids: returns the array or throws the exception.
     *
     * @param array<array-key, mixed> $results
     */
    private static function onlyOne(array $results): mixed
    {
        [$result] = array_values($results);

        return $result instanceof \Throwable ? throw $result : $result;
    }

    /**
     * @param array<string, \Closure(Clients): mixed> $calls
     * @return list<Call>
     */
    private static function named(string $prefix, Provider $provider, bool $isRead, array $calls): array
    {
        $named = [];
        foreach ($calls as $name => $make) {
            $named[] = new Call($prefix . $name, $provider, $isRead, $make);
        }

        return $named;
    }
}
