<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Gateway;

use Aurpay\Sandbox\Money\Coin;
use Aurpay\Sandbox\Money\Decimal;

/**
 * Ids, addresses, hashes and invoices that look real but belong to nobody.
 *
 * Addresses have wrong checksums, so that real wallets refuse to send to them.
 */
final class Invent
{
    private const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
    private const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

    /**
     * 20 digits that begin with the time, as in "20240613093614690315". The
     * last six are microseconds. Ids are unique, as orders are created one
     * after the other, with the database's write lock.
     */
    public static function orderId(int $clockOffset): string
    {
        [$fraction, $seconds] = explode(' ', microtime());

        return gmdate('YmdHis', (int) $seconds + $clockOffset) . substr($fraction, 2, 6);
    }

    /** A UUID of version 4. */
    public static function transactionId(): string
    {
        $hex = bin2hex(random_bytes(16));
        $hex[12] = '4';
        $hex[16] = '89ab'[hexdec($hex[16]) % 4];

        return vsprintf('%s%s-%s-%s-%s-%s%s%s', str_split($hex, 4));
    }

    public static function address(Coin $coin): string
    {
        return match ($coin->chain) {
            'ETH', 'BSC' => '0x' . self::text('0123456789abcdefABCDEF', 40),
            'TRX' => 'T' . self::text(self::BASE58, 33),
            'BTC' => 'tb1q' . self::text(self::BECH32, 38),
            'LTC' => 'tltc1q' . self::text(self::BECH32, 38),
            default => bin2hex(random_bytes(33)),
        };
    }

    public static function hash(Coin $coin): string
    {
        return ($coin->chain === 'ETH' || $coin->chain === 'BSC' ? '0x' : '') . bin2hex(random_bytes(32));
    }

    /** A text like a BOLT-11 invoice: the amount in nano-bitcoin, then random characters. */
    public static function invoice(string $bitcoin): string
    {
        $nano = Decimal::multiply($bitcoin, '1000000000');

        return 'lnbc' . $nano . 'n1p' . self::text(self::BECH32, 220);
    }

    /**
     * The amount a BOLT-11 invoice asks for in bitcoin; null if it names none.
     */
    public static function invoiceAmount(string $invoice): ?string
    {
        if (preg_match('/^ln(?:bc|tb|bcrt)([0-9]{1,12})([munp]?)1/D', strtolower($invoice), $part) !== 1) {
            return preg_match('/^ln(?:bc|tb|bcrt)1/', strtolower($invoice)) === 1
                ? null
                : throw new \InvalidArgumentException('ln_invoices is not a Lightning Network invoice');
        }
        $unit = ['' => '1', 'm' => '0.001', 'u' => '0.000001', 'n' => '0.000000001', 'p' => '0.000000000001'];

        return Decimal::multiply($part[1], $unit[$part[2]]);
    }

    private static function text(string $alphabet, int $length): string
    {
        $text = '';
        for ($i = 0; $i < $length; $i++) {
            $text .= $alphabet[random_int(0, strlen($alphabet) - 1)];
        }

        return $text;
    }
}
