<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Json;

/**
 * A JSON number with the exact digits of the wire.
 *
 * Money never becomes a PHP float here: a float does not keep the 0.1 that the
 * shop sent.
 */
final readonly class Number
{
    public const PATTERN = '-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?';

    public function __construct(public string $digits)
    {
        if (preg_match('/^' . self::PATTERN . '$/D', $digits) !== 1) {
            throw new \InvalidArgumentException('Not a JSON number: ' . $digits);
        }
    }
}
