<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

use Aurpay\Sandbox\Modes;

/**
 * Chance that can be repeated: the same seed gives the same draws in the same
 * order. Each world counts its own.
 */
final readonly class Draws
{
    public const COUNT = 'draws';
    public const RANGE = 1_000_000;

    public function __construct(private Settings $settings, private Modes $modes) {}

    /** A number from 0 to RANGE - 1. Call this only inside a database transaction. */
    public function next(): int
    {
        $count = (int) ($this->settings->get(self::COUNT) ?? '0');
        $this->settings->set(self::COUNT, (string) ($count + 1));
        $hash = hash('sha256', $this->modes->randomSeed() . " $count");

        return (int) hexdec(substr($hash, 0, 12)) % self::RANGE;
    }
}
