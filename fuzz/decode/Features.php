<?php

declare(strict_types=1);

namespace AurpayFuzz;

/** What is peculiar to a text: which kinds of tokens follow each other, and what became of it. It guides the search. */
final class Features
{
    private const TOKENS = '/\G(?:(?<blank>[ \t\n\r]+)|(?<structure>[{}\[\],:])|(?<string>"(?:[^"\\\\]++|\\\\.)*+")'
        . '|(?<number>-?[0-9][0-9.eE+-]*)|(?<word>[a-zA-Z]+)|(?<other>.))/s';

    /** @return list<string> */
    public static function of(string $json, string $outcome): array
    {
        $features = [];
        $before = '';
        $depth = 0;
        for ($at = 0; preg_match(self::TOKENS, $json, $match, PREG_UNMATCHED_AS_NULL, $at) === 1; $at += strlen($match[0])) {
            $kind = self::kind($match);
            $depth += match ($kind) {
                '{', '[' => 1,
                '}', ']' => -1,
                default => 0,
            };
            $features["{$before} {$kind}"] = true;
            $features["{$outcome}: {$kind}"] = true;
            $features['depth ' . self::magnitude(abs($depth))] = true;
            $before = $kind;
        }
        $features["{$outcome}: " . self::magnitude(strlen($json))] = true;

        return array_keys($features);
    }

    /** @param array<string|null> $match */
    private static function kind(array $match): string
    {
        $text = $match[0] ?? '';
        if (isset($match['string'])) {
            return match (true) {
                preg_match('/^"[-0-9.eE+]+"$/', $text) === 1 => 'amount',
                in_array($text, ['"amount"', '"fee"', '"balance"', '"price"'], true) => 'money',
                str_contains($text, '\u') => 'unicode',
                str_contains($text, '\\') => 'escaped',
                preg_match('/[^\x20-\x7e]/', $text) === 1 => 'bytes',
                default => strlen($text) > 2 ? 'string' : 'empty string',
            };
        }
        if (isset($match['number'])) {
            return match (true) {
                preg_match('/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/D', $text) !== 1 => 'broken number',
                stripos($text, 'e') !== false => 'exponent',
                str_contains($text, '.') => 'fraction',
                default => ($text[0] === '-' ? 'negative' : 'integer') . (strlen($text) < 19 ? '' : ' of many digits'),
            };
        }
        if (isset($match['word'])) {
            return in_array(strtolower($text), ['null', 'true', 'false'], true) ? 'word' : 'broken word';
        }
        if (isset($match['other'])) {
            return $text === '"' ? $text : 'other';
        }

        return isset($match['blank']) ? ' ' : $text;
    }

    private static function magnitude(int $number): int
    {
        return strlen(decbin($number));
    }
}
