<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

use Aurpay\Sandbox\Store\Settings;

/**
 * The sandbox's clock: the real one plus an offset that tests may set.
 */
final readonly class Clock
{
    private const OFFSET = 'clock_offset_seconds';

    public function __construct(private Settings $settings) {}

    public function offset(): int
    {
        return (int) ($this->settings->get(self::OFFSET) ?? '0');
    }

    public function setOffset(int $seconds): void
    {
        $this->settings->set(self::OFFSET, (string) $seconds);
    }

    public function now(): int
    {
        return time() + $this->offset();
    }

    /** The API's own time format: UTC without a zone, as in "2024-06-13T09:36:14". */
    public function stamp(int $agoSeconds = 0): string
    {
        return gmdate('Y-m-d\TH:i:s', $this->now() - $agoSeconds);
    }

    /** The Date of signatures: "2024-06-17T00:00:00Z". */
    public function signatureDate(): string
    {
        return $this->stamp() . 'Z';
    }
}
