<?php

declare(strict_types=1);

namespace AurpayTest\Soak\Events;

use AurpayTest\Soak\Call;
use AurpayTest\Soak\Event;
use AurpayTest\Soak\Scene;
use AurpayTest\Soak\Stopped;
use AurpayTest\Soak\Visit;

/**
 * The shop's file of CAs is replaced, and some time later the gateway's certificate. In between every worker must
 * refuse the gateway, although it has connections to it and TLS sessions with it. Afterwards it must trust the new one.
 */
final class AuthorityChange extends Event
{
    private const REFUSAL = 'TransportException (certificate_authority)';

    public function name(): string
    {
        return 'the CA file is replaced, then the certificate';
    }

    public function happen(Scene $scene): void
    {
        $scene->trust($scene->gateway->makeAuthority());
        $scene->traffic->untilOlderVisitsEnd();
        $executed = $scene->gateway->executed();
        $scene->traffic->untilEachWorker(
            static fn (Visit $visit): bool => $visit->allEnded(self::REFUSAL),
            'to refuse the old authority',
        );
        // A worker ends its connections when it next makes a call, so none of the old ones is left.
        $scene->traffic->pause();
        $scene->traffic->until(static fn (): bool => $scene->gateway->open() === 0, 'the end of connections under the old authority');
        if ($scene->gateway->executed() !== $executed) {
            throw new Stopped('the gateway executed calls of workers that must not trust it');
        }
        $scene->gateway->changeCertificate();
        $scene->traffic->resume();
    }

    public function explains(Call $call): bool
    {
        return $call->kind() === self::REFUSAL;
    }
}
