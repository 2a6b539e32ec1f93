<?php

declare(strict_types=1);

namespace AurpayTest\Soak\Events;

use AurpayTest\Soak\Event;
use AurpayTest\Soak\Scene;

/** Every worker of the changing shop reaches pm.max_requests, and is replaced. */
final class Recycling extends Event
{
    public function name(): string
    {
        return 'workers reach pm.max_requests';
    }

    public function happen(Scene $scene): void
    {
        $scene->traffic->until(static fn (): bool => $scene->changing->workers() !== [], 'workers');
        $old = $scene->changing->workers();
        $scene->traffic->until(
            static fn (): bool => array_intersect($old, $scene->changing->workers() ?: $old) === [],
            'each worker of the changing shop to be replaced',
        );
    }
}
