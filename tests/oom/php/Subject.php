<?php

declare(strict_types=1);

namespace AurpayTest\Oom;

use AurpayTest\Faults\Clients;

/** What is done while memory is short. */
final class Subject
{
    /**
     * @param string $name for the table
     * @param bool $isRead repeating it changes nothing on the server, or it does not reach one
     * @param array<string, mixed>|null $answer of the server or the handler; null where nothing is sent
     * @param \Closure(Clients): mixed $make
     */
    public function __construct(
        public readonly string $name,
        public readonly bool $isRead,
        public readonly ?array $answer,
        public readonly \Closure $make,
    ) {}
}
