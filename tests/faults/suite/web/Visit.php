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
    ) {}

    /** Whether bytes that nobody has asked for follow the answer. */
    public function leavesBytes(): bool
    {
        return isset($this->behaviour['late']);
    }
}
