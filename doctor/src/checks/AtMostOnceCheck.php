<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** How a call that moves money is kept from being sent twice. */
final class AtMostOnceCheck implements Check
{
    public function __construct(private readonly ?Facts $facts) {}

    public function name(): string
    {
        return 'at-most-once';
    }

    public function about(): string
    {
        return 'how a payment call is kept from being sent twice';
    }

    public function needsExtension(): bool
    {
        return true;
    }

    public function findings(): iterable
    {
        $facts = $this->facts ?? throw new \LogicException('it needs the extension');
        $means = $facts->get('At most once by');
        if ($means === 'CURLOPT_PREREQFUNCTION') {
            return [Finding::good('libcurl asks before it sends a request again, and is refused')];
        }

        return [version_compare($facts->get('libcurl'), '7.80', '>=')
            ? Finding::problem('libcurl-built-old', "each payment call opens a connection of its own: the extension was built with libcurl {$facts->get('libcurl (built with)')}")
            : Finding::problem('libcurl-resends', "each payment call opens a connection of its own: libcurl {$facts->get('libcurl')} cannot be asked not to resend")];
    }
}
