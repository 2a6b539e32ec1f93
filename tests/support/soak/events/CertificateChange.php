<?php

declare(strict_types=1);

namespace AurpayTest\Soak\Events;

use AurpayTest\Soak\Event;
use AurpayTest\Soak\Scene;
use AurpayTest\Soak\Visit;

/** The gateway renews its certificate. Connections under the old one end at their greatest age; no call fails. */
final class CertificateChange extends Event
{
    public function name(): string
    {
        return 'the certificate is renewed under the same CA';
    }

    public function happen(Scene $scene): void
    {
        $new = " certificate {$scene->gateway->changeCertificate()}";
        $scene->traffic->untilEachWorker(
            static fn (Visit $visit): bool => $visit->isServedOnlyBy($new),
            'to see the new certificate',
        );
        $scene->traffic->until(
            static fn (): bool => $scene->gateway->openToOther($new) === 0,
            'the greatest age of connections under the old certificate',
        );
    }
}
