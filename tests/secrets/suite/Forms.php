<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

/** How a secret may be written. */
final class Forms
{
    /** So many characters of a secret in a row are a leak: half a key is one, too. */
    private const WINDOW = 10;

    /**
     * The texts to search for.
     *
     * @return array<array-key, string> text => the name of its form
     */
    public static function patterns(string $marker): array
    {
        $patterns = [];
        $characters = self::characters($marker);
        for ($i = 0; $i + self::WINDOW <= count($characters); $i++) {
            $part = array_slice($characters, $i, self::WINDOW);
            foreach (self::byCharacter() as $form => $write) {
                $patterns += [implode('', array_map($write, $part)) => $form];
            }
        }
        foreach (self::base64($marker) as $form => $text) {
            // Four characters for three bytes.
            $length = intdiv(self::WINDOW * 4, 3) + 1;
            for ($i = 0; $i + $length <= strlen($text); $i++) {
                $patterns += [substr($text, $i, $length) => $form];
            }
        }

        return $patterns;
    }

    /**
     * The whole secret in each form.
     *
     * @return array<string, string> by the name of the form
     */
    public static function whole(string $marker): array
    {
        $whole = [];
        foreach (self::byCharacter() as $form => $write) {
            $whole[$form] = implode('', array_map($write, self::characters($marker)));
        }

        return $whole + self::base64($marker);
    }

    /** @return list<string> */
    public static function characters(string $text): array
    {
        return preg_split('~~u', $text, -1, PREG_SPLIT_NO_EMPTY) ?: throw new \LogicException('a marker must be UTF-8');
    }

    /** @return array<string, \Closure(string): string> how each character of a secret is written */
    private static function byCharacter(): array
    {
        return [
            'raw' => static fn (string $character): string => $character,
            'percent' => rawurlencode(...),
            'percent, lower case' => static fn (string $character): string => self::lowerHex(rawurlencode($character)),
            'form' => urlencode(...),
            'percent, twice' => static fn (string $character): string => rawurlencode(rawurlencode($character)),
            'percent, all' => static fn (string $character): string => self::each($character, '%%%02X'),
            'JSON' => static fn (string $character): string => self::json($character),
            'JSON, slashes as they are' => static fn (string $character): string
                => self::json($character, JSON_UNESCAPED_SLASHES),
            'JSON, Unicode as it is' => static fn (string $character): string
                => self::json($character, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE),
            'JSON, Unicode as it is, slashes escaped' => static fn (string $character): string
                => self::json($character, JSON_UNESCAPED_UNICODE),
            'JSON in JSON' => static fn (string $character): string => self::json(self::json($character)),
            '\u' => self::escapedUnicode(...),
            '\U' => static fn (string $character): string
                => str_replace('\U', '\u', strtoupper(self::escapedUnicode($character))),
            'HTML' => static fn (string $character): string => htmlspecialchars($character, ENT_QUOTES),
            'HTML 5' => static fn (string $character): string => htmlspecialchars($character, ENT_QUOTES | ENT_HTML5),
            'HTML, decimal' => static fn (string $character): string => '&#' . self::codePoint($character) . ';',
            'HTML, hex' => static fn (string $character): string => sprintf('&#x%x;', self::codePoint($character)),
            'PHP' => static fn (string $character): string => addcslashes($character, "'\\"),
            'hex' => bin2hex(...),
            'HEX' => static fn (string $character): string => strtoupper(bin2hex($character)),
        ];
    }

    /**
     * In base64 the characters depend on how many bytes stand before: three ways to write it.
     *
     * @return array<string, string>
     */
    private static function base64(string $marker): array
    {
        $forms = [];
        foreach ([0, 1, 2] as $before) {
            $encoded = base64_encode(str_repeat('x', $before) . $marker);
            // Without the characters that the bytes around it also decide.
            $first = [0, 2, 3][$before];
            $last = intdiv(($before + strlen($marker)) * 8, 6);
            $text = substr($encoded, $first, $last - $first);
            $forms["base64, {$before} bytes on"] = $text;
            $forms["base64url, {$before} bytes on"] = strtr($text, '+/', '-_');
        }

        return $forms;
    }

    private static function json(string $text, int $flags = 0): string
    {
        return substr((string) json_encode($text, $flags), 1, -1);
    }

    /** JSON leaves ASCII as it is. */
    private static function escapedUnicode(string $character): string
    {
        return strlen($character) === 1 ? sprintf('\u%04x', ord($character)) : self::json($character);
    }

    private static function codePoint(string $character): int
    {
        $bytes = array_map(ord(...), str_split($character));
        $point = $bytes[0] & [0, 0x7f, 0x1f, 0x0f, 0x07][count($bytes)];
        foreach (array_slice($bytes, 1) as $byte) {
            $point = $point << 6 | $byte & 0x3f;
        }

        return $point;
    }

    private static function each(string $bytes, string $format): string
    {
        return implode('', array_map(static fn (string $byte): string => sprintf($format, ord($byte)), str_split($bytes)));
    }

    private static function lowerHex(string $text): string
    {
        return (string) preg_replace_callback(
            '~%..~',
            static fn (array $match): string => strtolower($match[0]),
            $text,
        );
    }
}
