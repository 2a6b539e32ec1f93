<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

/**
 * The secrets of a run: random text that occurs nowhere else. Every process derives them from the run's seed, so they
 * are in no argument, environment variable or file.
 */
final class Markers
{
    /** What each may consist of. */
    private const NAMES = [
        'api key' => 'header',
        'api token' => 'header',
        'api secret' => 'text',
        'access token' => 'header',
        'callback token' => 'header',
        'callback secret' => 'text',
        'user token' => 'header',
        'proxy password' => 'proxy',
        'positional password' => 'text',
        'positional code' => 'digits',
        'positional ipin' => 'digits',
        'public key' => 'text',
        'query' => 'query',
        'body' => 'text',
        'pay token' => 'query',
    ];

    /** Documented names whose values are digits. */
    private const DIGITS = ['code', 'verify_code', 'user_otp', 'pan', 'ipin', 'expiration_date'];

    private const PLAIN = 'abcdefghijkmnopqrstuvwxyz23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
    /** Every notation changes some of these characters. */
    private const SPECIAL = [
        'header' => ['"', '\\', '/', '<', '&', "'", '%', '+', '=', '?', ';'],
        'text' => ['"', '\\', '/', '<', '&', "'", '%', '+', '=', ' ', "\t", 'é', '€', '😀'],
        // libcurl refuses control characters here.
        'proxy' => ['"', '\\', '/', '<', '&', "'", '%', '+', '=', ' ', ':', '@', 'é', '😀'],
        'query' => ['-', '_', '.', '~'],
    ];

    /** These begin as an amount with an exponent does, and what JSON escapes stands at their end: that is read far. */
    private const LIKE_A_NUMBER = ['api key', 'api token', 'api secret'];

    private static string $seed = '';
    private static bool $isRich = false;

    /** @param bool $isRich whether the markers have characters that have to be escaped */
    public static function begin(string $seed, bool $isRich): void
    {
        [self::$seed, self::$isRich] = [$seed, $isRich];
    }

    public static function of(string $name): string
    {
        $kind = self::kinds()[$name] ?? throw new \LogicException("there is no secret '{$name}'");
        if ($kind === 'digits') {
            return self::letters($name, 16, '0123456789');
        }
        if (!self::$isRich) {
            return self::letters($name, 40, self::PLAIN);
        }
        $special = self::SPECIAL[$kind];
        $isLikeNumber = in_array($name, self::LIKE_A_NUMBER, true);
        $first = $isLikeNumber ? (int) array_search('<', $special, true) : ord(self::bytes("{$name} special")[0]);
        $marker = '';
        foreach (str_split(self::letters($name, 36, self::PLAIN), 3) as $i => $letters) {
            $marker .= $letters . ($i < 11 ? $special[($i + $first) % count($special)] : '');
        }

        return $isLikeNumber ? self::letters("{$name} number", 1, '23456789') . 'e' . substr($marker, 2) : $marker;
    }

    /** @return array<string, string> every secret by its name */
    public static function all(): array
    {
        $all = [];
        foreach (array_keys(self::kinds()) as $name) {
            $all[$name] = self::of($name);
        }

        return $all;
    }

    /** The secret that is sent as a parameter of the documents. */
    public static function ofParameter(string $name): string
    {
        return self::of("parameter {$name}");
    }

    /** @return array<string, string> */
    private static function kinds(): array
    {
        $kinds = self::NAMES;
        foreach (Tables::secretParameters() as $name) {
            $kinds["parameter {$name}"] = in_array($name, self::DIGITS, true) ? 'digits' : 'text';
        }

        return $kinds;
    }

    /** Text that looks random and follows from the seed alone. It neither begins nor ends with 0. */
    private static function letters(string $name, int $count, string $alphabet): string
    {
        $letters = '';
        foreach (str_split(self::bytes($name)) as $i => $byte) {
            $isEdge = $i === 0 || $i === $count - 1;
            $from = $isEdge ? ltrim($alphabet, '0') : $alphabet;
            $letters .= $from[ord($byte) % strlen($from)];
        }

        return substr($letters, 0, $count);
    }

    private static function bytes(string $name): string
    {
        return hash_hmac('sha512', $name, self::$seed . (self::$isRich ? ' rich' : ''), true);
    }
}
