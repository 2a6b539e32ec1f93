<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

/** One method of the extension with valid arguments. */
final class Call
{
    /**
     * @param string $name the endpoint's name in src/providers; "request METHOD" for Client::request()
     * @param \Closure(Clients): mixed $make
     */
    public function __construct(
        public readonly string $name,
        public readonly Provider $provider,
        public readonly bool $isRead,
        public readonly \Closure $make,
    ) {}
}
