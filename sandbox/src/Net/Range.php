<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Net;

/**
 * A range of addresses, such as 10.0.0.0/8; a single address is a range of one.
 */
final readonly class Range
{
    private function __construct(private string $first, private int $bits) {}

    public static function parse(string $text): ?self
    {
        [$address, $bits] = explode('/', $text, 2) + [1 => null];
        $address = Host::address(trim((string) $address, '[]'));
        if ($address === null) {
            return null;
        }
        $bytes = (string) inet_pton($address);
        $most = strlen($bytes) * 8;
        if ($bits !== null && (preg_match('/^[0-9]{1,3}$/D', $bits) !== 1 || (int) $bits > $most)) {
            return null;
        }

        return new self($bytes, $bits === null ? $most : (int) $bits);
    }

    public function contains(string $address): bool
    {
        $bytes = (string) inet_pton($address);
        $whole = intdiv($this->bits, 8);
        if (strlen($bytes) !== strlen($this->first) || strncmp($bytes, $this->first, $whole) !== 0) {
            return false;
        }
        $rest = $this->bits % 8;

        return $rest === 0 || (ord($bytes[$whole]) ^ ord($this->first[$whole])) >> (8 - $rest) === 0;
    }
}
