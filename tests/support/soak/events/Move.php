<?php

declare(strict_types=1);

namespace AurpayTest\Soak\Events;

use AurpayTest\Soak\Event;
use AurpayTest\Soak\Gateway;
use AurpayTest\Soak\Scene;
use AurpayTest\Soak\Visit;

/**
 * The gateway moves to another address: first its name changes in DNS, and it serves at both addresses. Connections to
 * the old one end at their greatest age, and libcurl knows the old address for 60 seconds more. So begin() comes some
 * events before the rest.
 */
final class Move extends Event
{
    private static int $last = 1;

    private readonly string $old;
    private readonly string $new;

    public function __construct()
    {
        $this->old = self::address();
        self::$last = 1 + self::$last % 5;
        $this->new = self::address();
    }

    public function name(): string
    {
        return "the gateway moves from {$this->old} to {$this->new} in DNS";
    }

    public function begin(Scene $scene): void
    {
        $scene->gateway->moveTo($this->old, $this->new);
        $scene->names->point(Gateway::NAME, $this->new);
    }

    public function happen(Scene $scene): void
    {
        $scene->traffic->untilEachWorker(
            fn (Visit $visit): bool => $visit->isServedOnlyBy("{$this->new} "),
            "to follow the gateway to {$this->new}",
        );
        $scene->traffic->until(
            fn (): bool => $scene->gateway->openToOther("{$this->new} ") === 0,
            'the greatest age of connections to the old address',
        );
        $scene->gateway->moveTo($this->new);
        $scene->traffic->untilEachWorkerIsClean();
    }

    private static function address(): string
    {
        return '127.0.0.' . self::$last;
    }
}
