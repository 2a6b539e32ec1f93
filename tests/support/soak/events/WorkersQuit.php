<?php

declare(strict_types=1);

namespace AurpayTest\Soak\Events;

use AurpayTest\Soak\Event;
use AurpayTest\Soak\Scene;

/** Each worker of the changing shop is asked to quit gracefully (SIGQUIT), one after another. */
final class WorkersQuit extends Event
{
    public function name(): string
    {
        return 'workers quit gracefully (SIGQUIT)';
    }

    public function happen(Scene $scene): void
    {
        $scene->traffic->until(static fn (): bool => $scene->changing->workers() !== [], 'workers');
        $scene->gateway->delay(Scene::DELAY);
        foreach ($scene->changing->workers() as $worker) {
            $scene->traffic->untilBusy($scene->changing, 2);
            posix_kill($worker, SIGQUIT);
            $scene->traffic->until(
                static fn (): bool => !in_array($worker, $scene->changing->workers() ?: [$worker], true),
                'a worker in place of the one that quit',
            );
        }
        $scene->gateway->delay(0);
    }

    public function losesVisits(): bool
    {
        return true;
    }
}
