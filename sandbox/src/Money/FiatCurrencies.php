<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Money;

/**
 * The fiat currencies of GET /api/order/pay/real-currency, in the document's
 * order and with the document's names (it really calls the dollar "Ultimate
 * Strength Design").
 */
final class FiatCurrencies
{
    /** Code => name, and the value of one unit in USD. The rates are invented and never change. */
    private const TABLE = [
        'USD' => ['Ultimate Strength Design', '1'],
        'EUR' => ['Euro', '1.08'],
        'CNY' => ['Renminbi', '0.138'],
        'GBP' => ['Great Britain Pound', '1.27'],
        'AUD' => ['Australian Dollar', '0.66'],
        'CAD' => ['Canadian Dollar', '0.73'],
        'JPY' => ['Japanese Yen', '0.0064'],
        'HKD' => ['Hong Kong Dollar', '0.128'],
        'INR' => ['Indian Rupee', '0.012'],
        'ZAR' => ['South African Rand', '0.054'],
        'TWD' => ['New Taiwan Dollar', '0.031'],
        'KRW' => ['South Korean Won', '0.00073'],
        'THB' => ['Thai Baht', '0.0275'],
        'NZD' => ['New Zealand Dollar', '0.61'],
        'SGD' => ['Singapore Dollar', '0.74'],
        'AED' => ['United Arab Emirates Dirham', '0.2723'],
        'ARS' => ['Argentine Peso', '0.0011'],
        'BDT' => ['Bangladeshi Taka', '0.0085'],
        'BHD' => ['Bahraini Dinar', '2.65'],
        'BMD' => ['Bermudian Dollar', '1'],
        'BRL' => ['Brazilian Real', '0.19'],
        'CHF' => ['Swiss Franc', '1.12'],
        'CLP' => ['Chilean Peso', '0.0011'],
        'CZK' => ['Czech Koruna', '0.0437'],
        'DKK' => ['Danish Krone', '0.145'],
        'HUF' => ['Hungarian Forint', '0.0027'],
        'IDR' => ['Indonesian Rupiah', '0.000061'],
        'ILS' => ['Israeli New Shekel', '0.27'],
        'KWD' => ['Kuwaiti Dinar', '3.26'],
        'LKR' => ['Sri Lankan Rupee', '0.0033'],
        'MMK' => ['Myanmar Kyat', '0.00048'],
        'MXN' => ['Mexican Peso', '0.055'],
        'MYR' => ['Malaysian Ringgit', '0.212'],
        'NGN' => ['Nigerian Naira', '0.00067'],
        'NOK' => ['Norwegian Krone', '0.094'],
        'PHP' => ['Philippine Peso', '0.0171'],
        'PKR' => ['Pakistani Rupee', '0.0036'],
        'PLN' => ['Polish Zloty', '0.25'],
        'RUB' => ['Russian Ruble', '0.0112'],
        'SAR' => ['Saudi Riyal', '0.2666'],
        'SEK' => ['Swedish Krona', '0.095'],
        'TRY' => ['Turkish Lira', '0.031'],
        'UAH' => ['Ukrainian Hryvnia', '0.0247'],
        'VEF' => ['Venezuelan Bolívar', '0.0000002738'],
        'VND' => ['Vietnamese Dong', '0.0000393'],
        'XDR' => ['IMF Special Drawing Rights', '1.32'],
        'XAG' => ['Silver Ounce', '29.5'],
        'XAU' => ['Gold Ounce', '2330'],
    ];

    public static function has(string $currency): bool
    {
        return isset(self::TABLE[$currency]);
    }

    /** $price of $currency in USD. */
    public static function inUsd(string $price, string $currency): string
    {
        return Decimal::multiply($price, self::TABLE[$currency][1] ?? throw new \OutOfBoundsException($currency));
    }

    /**
     * @return list<array{currency: string, name: string}>
     */
    public static function list(): array
    {
        $list = [];
        foreach (self::TABLE as $currency => [$name]) {
            $list[] = ['currency' => $currency, 'name' => $name];
        }

        return $list;
    }
}
