<?php

declare(strict_types=1);

namespace AurpayTest\Soak\Events;

use AurpayTest\Soak\Event;
use AurpayTest\Soak\Scene;

/** php-fpm is reloaded (SIGUSR2): the workers finish what they do, and new ones start. */
final class Reload extends Event
{
    public function name(): string
    {
        return 'php-fpm reloads (SIGUSR2)';
    }

    public function happen(Scene $scene): void
    {
        $scene->gateway->delay(Scene::DELAY);
        $scene->traffic->untilBusy($scene->changing, 2);
        $old = $scene->changing->workers();
        $scene->changing->fpm->beginReload();
        // A worker does not end before its visitor has read the answer.
        $scene->traffic->untilOlderVisitsEnd();
        $scene->gateway->delay(0);
        $scene->changing->fpm->finishReload();
        $scene->traffic->until(
            static fn (): bool => array_intersect($old, $scene->changing->workers() ?: $old) === [],
            'the workers of the reloaded php-fpm',
        );
    }

    public function losesVisits(): bool
    {
        return true;
    }
}
