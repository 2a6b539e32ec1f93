<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

enum Transport: string
{
    /** HTTP/1.1 without TLS, which only loopback allows. */
    case Http = 'http';
    /** HTTP/1.1 over TLS. */
    case Tls = 'tls';
    /** HTTP/2 over TLS, negotiated by ALPN. */
    case Http2 = 'http2';

    public function isTls(): bool
    {
        return $this !== self::Http;
    }

    /** @return list<string> the options of the fault server */
    public function serverOptions(): array
    {
        return $this === self::Http ? [] : ["--{$this->value}"];
    }
}
