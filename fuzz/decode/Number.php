<?php

declare(strict_types=1);

namespace AurpayFuzz;

/** A JSON number, or a string with an amount in it, as it was sent. */
final class Number
{
    /** The most digits that an amount is written out to. */
    private const MOST_DIGITS = 96;

    public function __construct(
        public readonly string $text,
        private readonly bool $isMoney,
        private readonly bool $isString = false,
    ) {}

    /** What json_decode() makes of it. */
    public function plain(): int|float|string
    {
        if ($this->isString) {
            return $this->text;
        }
        if ($this->text === '-0') {
            return 0;
        }
        if (preg_match('/^-?\d+$/D', $this->text) === 1) {
            return (string) (int) $this->text === $this->text ? (int) $this->text : $this->text;
        }

        return (float) $this->text;
    }

    /** What the extension must make of it. */
    public function exact(): int|string
    {
        $hasExponent = preg_match('/^-?(?:0|[1-9]\d*)(?:\.\d+)?[eE][+-]?\d+$/D', $this->text) === 1;
        if ($this->isMoney) {
            return $hasExponent ? self::writeOut($this->text) : $this->text;
        }
        $plain = $this->plain();

        return is_float($plain) || $this->text === '-0' ? $this->text : $plain;
    }

    /** Moves the point as the exponent says, and keeps every digit. */
    private static function writeOut(string $text): string
    {
        if (preg_match('/^(-?)(\d+)(?:\.(\d+))?[eE]([+-]?)0*(\d*)$/D', $text, $parts) !== 1) {
            throw new Failure("{$text} is no number with an exponent");
        }
        [, $minus, $whole, $fraction, $sign, $exponent] = $parts;
        $isZero = trim($whole . $fraction, '0') === '';
        if (strlen($exponent) > 6) {
            return $isZero && $sign !== '-' ? $minus . '0' : $text;
        }
        $places = strlen($fraction) - (int) ($sign . $exponent);
        $digits = $whole . $fraction . str_repeat('0', max(0, -$places));
        $places = max(0, $places);
        $digits = str_pad($digits, $places + 1, '0', STR_PAD_LEFT);
        $before = ltrim(substr($digits, 0, strlen($digits) - $places), '0');
        $before = $before === '' ? '0' : $before;
        $behind = substr($digits, strlen($digits) - $places);
        if (strlen($before) + strlen($behind) > self::MOST_DIGITS) {
            return $text;
        }

        return $minus . $before . ($behind === '' ? '' : '.' . $behind);
    }
}
