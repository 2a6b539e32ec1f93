<?php

declare(strict_types=1);

namespace AurpayTest\Faults\Web;

/** A planned web request with one call. */
final class Visit
{
    /**
     * @param string $id of the call
     * @param array<string, mixed> $behaviour what the fault server does with it
     * @param float $pause seconds until the next web request
     */
    public function __construct(
        public readonly string $id,
        public readonly array $behaviour,
        public readonly float $pause,
        private readonly Arrival $arrival = Arrival::Before,
    ) {}

    /** Whether bytes that nobody has requested follow the answer, and the next web request comes after them. */
    public function awaitsBytes(): bool
    {
        return isset($this->behaviour['late']) && $this->arrival === Arrival::Before;
    }
}
