<?php

declare(strict_types=1);

use Aurpay\Sandbox\Gateway\Invent;
use Aurpay\Sandbox\Json\Number;
use Aurpay\Sandbox\Json\Reader;
use Aurpay\Sandbox\Json\Writer;
use Aurpay\Sandbox\Money\Coins;
use Aurpay\Sandbox\Money\Decimal;
use Aurpay\Sandbox\Tests\Check;
use Aurpay\Sandbox\Tests\Suite;

return static function (Suite $suite): void {
    $suite->test('decimals add, subtract, multiply and round exactly', static function (): void {
        Check::same('0.3', Decimal::add('0.1', '0.2'));
        Check::same('100', Decimal::add('99.99', '0.01'));
        Check::same('7.3353', Decimal::subtract('7.6883', '0.353'));
        Check::same('0', Decimal::subtract('5', '5.00'));
        Check::same('18.009', Decimal::multiply('18', '1.0005'));
        Check::same('0.00000000000000000001', Decimal::multiply('0.0000000001', '0.0000000001'));
        Check::same('0.00102549', Decimal::multiply('100', '0.0000102549'));
        Check::same('1.2346', Decimal::round('1.23455', 4));
        Check::same('10', Decimal::round('9.99', 1));
        Check::same('0.001', Decimal::round('0.0005', 3));
        Check::same('0', Decimal::round('0.0004', 3));
        Check::same(0, Decimal::compare('19', '19.00'));
        Check::same(-1, Decimal::compare('9', '10'));
    });

    $suite->test('a subtraction below zero is refused, not wrapped', static function (): void {
        try {
            Decimal::subtract('1', '1.1');
            Check::true(false, 'no exception');
        } catch (RangeException) {
        }
    });

    $suite->test('exponents become plain decimals; negative and huge numbers are refused', static function (): void {
        Check::same('100', Decimal::plain('1e2'));
        Check::same('0.0015', Decimal::plain('1.5E-3'));
        Check::same('19.9', Decimal::plain('19.90'));
        Check::same(null, Decimal::plain('-1'));
        Check::same(null, Decimal::plain('1e999'));
        Check::same(null, Decimal::plain('abc'));
    });

    $suite->test('JSON numbers keep their digits through reading and writing', static function (): void {
        $json = '{"a":0.1,"b":18.0098,"c":[1e2,-0.0,123456789012345678901234567890.000000000000000001],'
            . '"d":"not 1.5 \\" 2","e":{"f":null,"g":true}}';
        Check::same($json, Writer::encode(Reader::decode($json)));
        Check::true(Reader::decode('0.1') instanceof Number, 'a bare number');
    });

    $suite->test('broken JSON is refused, number keys too', static function (): void {
        foreach (['{"a":1', '{1.5:1}', '{"a":01}', '{"a":.5}', '', '{"a":1} x'] as $json) {
            try {
                Reader::decode($json);
                Check::true(false, "accepted: $json");
            } catch (JsonException) {
            }
        }
    });

    $suite->test('100 USD are 0.00102549 BTC, the documents\' example; a fixed price is 1:1', static function (): void {
        Check::same('0.00102549', Coins::get('BTC', 'BTC')->amountFor('100', 'USD', false));
        Check::same('18', Coins::get('ETH', 'USDT-ERC20')->amountFor('18', 'USD', true));
    });

    $suite->test('invoices tell their amount', static function (): void {
        Check::same('0.00019044', Invent::invoiceAmount('lnbc190440n1pnzu3jcpp5'));
        Check::same('0.0025', Invent::invoiceAmount('lnbc2500u1pvjluezpp5'));
        Check::same(null, Invent::invoiceAmount('lnbc1pnzusnspp500'));
        Check::same('0.00019044', Invent::invoiceAmount(Invent::invoice('0.00019044')));
    });
};
