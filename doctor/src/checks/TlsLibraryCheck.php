<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** Whether libcurl and the extension use the same OpenSSL. */
final class TlsLibraryCheck implements Check
{
    public function __construct(private readonly ?Facts $facts) {}

    public function name(): string
    {
        return 'tls-library';
    }

    public function about(): string
    {
        return "libcurl's TLS library is the OpenSSL of the extension";
    }

    public function needsExtension(): bool
    {
        return true;
    }

    public function findings(): iterable
    {
        $facts = $this->facts ?? throw new \LogicException('it needs the extension');
        $names = "libcurl uses {$facts->get('TLS library of libcurl')}, the extension {$facts->get('OpenSSL')}";

        return [$facts->is('Looks into TLS before it reuses a connection')
            ? Finding::good($names)
            : Finding::problem('tls-library-differs', $names)];
    }
}
