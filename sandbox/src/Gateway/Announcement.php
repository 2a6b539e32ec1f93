<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Gateway;

/**
 * How the shop hears of a status.
 */
final readonly class Announcement
{
    public function __construct(
        /** How many callbacks it gets. */
        public int $copies = 1,
        /** Whether they have a Date of the day before. */
        public bool $isOld = false,
        public int $delayMs = 0,
    ) {}
}
