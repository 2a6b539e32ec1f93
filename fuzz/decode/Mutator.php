<?php

declare(strict_types=1);

namespace AurpayFuzz;

/** Makes new texts: changed ones, and ones that are JSON from the start. */
final class Mutator
{
    private const DEEPEST = 6;
    private const NUMBERS = [
        '0', '-0', '1', '-1', '18', '18.0098', '1.0', '-0.0', '1e5', '1E-8', '0e0', '-12.5E-1', '1.25e+3', '1e95', '1e96',
        '0E-95', '0E-96', '1e99999999999999999999', '9223372036854775807', '9223372036854775808', '-9223372036854775808',
        '-9223372036854775809', '123456789012345678901234567890', '0.1e400', '1e-400', '1.', '.5', '01', '+1', '1e', '--1',
        '0x1', '1.5.5', 'Infinity', 'NaN',
    ];
    private const KEYS = [
        'amount', 'fee', 'balance', 'price', 'am\u006funt', 'fe\u0065', '', '0', '1', '-1', '01', '9223372036854775807',
        'a', 'response_code', 'token', 'code', 'result', 'data', '\ud83d\ude00', "\xc3\xa9", '\u0000', '\u0000a',
    ];
    private const PIECES = [
        'a', '1', '1e5', '1.5E1', '\"', '\\\\', '\/', '\n', '\u0031', '\u0065', '\u002b', '\ud800', '\udc00', '\ud83d\ude00',
        "\xc3\xa9", "\xe2\x98\x95", "\xff", "\xc3", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\x00", "\x1f", "\x7f", '{', ']', ',',
    ];
    private const TOKENS = ['{', '}', '[', ']', ',', ':', '"', ' ', "\n", 'null', 'true', 'FALSE', 'nul', '{}', '[]', '//', "\xef\xbb\xbf"];

    /** @param list<string> $words further pieces */
    public function __construct(private readonly \Random\Randomizer $random, private readonly array $words) {}

    /** @param non-empty-list<string> $corpus */
    public function make(array $corpus, int $maximum): string
    {
        $text = $this->dice(4) === 0 ? $this->value(0) : $this->pick($corpus);
        for ($times = $this->dice(4); $times > 0; $times--) {
            $text = $this->change($text, $corpus);
        }

        return substr($text, 0, $maximum);
    }

    /** @param non-empty-list<string> $corpus */
    private function change(string $text, array $corpus): string
    {
        $from = $this->dice(strlen($text) + 1);
        $to = min(strlen($text), $from + $this->dice(1 + [1, 2, 4, 16, 64][$this->dice(5)]));
        $part = substr($text, $from, $to - $from);
        $new = match ($this->dice(10)) {
            0 => '',
            1 => $part . $part,
            2 => $part . $this->pick(self::TOKENS),
            3 => $this->pick(self::NUMBERS),
            4 => '"' . $this->pick(self::KEYS) . '":' . $part,
            5 => $this->pick(self::PIECES) . $part,
            6 => $this->words === [] ? $part : $this->pick($this->words),
            7 => chr($this->dice(256)),
            8 => str_repeat($this->pick(['[', '{"a":', '[]', '[1,', '{"amount":[']), 1 + $this->dice(66)) . $part,
            default => $this->cut($this->pick($corpus)),
        };
        if ($this->dice(20) === 0) {
            return $this->wrap($text);
        }

        return substr_replace($text, $new, $from, $to - $from);
    }

    private function cut(string $text): string
    {
        $from = $this->dice(strlen($text) + 1);

        return substr($text, $from, $this->dice(strlen($text) - $from + 1));
    }

    private function wrap(string $text): string
    {
        return match ($this->dice(4)) {
            0 => '[' . $text . ']',
            1 => '{"amount":' . $text . '}',
            2 => '{"amount":[' . $text . ',1e2]}',
            default => '{"' . $this->pick(self::KEYS) . '":' . $text . ',"a":' . $text . '}',
        };
    }

    private function value(int $depth): string
    {
        return match ($this->dice($depth < self::DEEPEST ? 8 : 4)) {
            0 => $this->pick(['null', 'true', 'false', 'True']),
            1, 2 => self::NUMBERS[$this->dice(25)],
            3 => '"' . $this->pieces() . '"',
            4, 5 => '[' . implode($this->pick([',', ', ']), $this->several(fn (): string => $this->value($depth + 1))) . ']',
            default => '{' . implode(',', $this->several(fn (): string => $this->member($depth))) . '}',
        };
    }

    private function member(int $depth): string
    {
        return '"' . $this->pick(self::KEYS) . '"' . $this->pick([':', ': ', " :\n"]) . $this->value($depth + 1);
    }

    private function pieces(): string
    {
        return implode('', $this->several(fn (): string => self::PIECES[$this->dice(16)]));
    }

    /**
     * @param callable(): string $make
     * @return list<string>
     */
    private function several(callable $make): array
    {
        $made = [];
        for ($count = $this->dice(5); $count > 0; $count--) {
            $made[] = $make();
        }

        return $made;
    }

    private function dice(int $sides): int
    {
        return $this->random->getInt(0, max(0, $sides - 1));
    }

    /** @param non-empty-list<string> $choices */
    private function pick(array $choices): string
    {
        return $choices[$this->dice(count($choices))];
    }
}
