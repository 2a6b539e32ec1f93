<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

/** What a client reported to its caller about one call. */
final class Outcome
{
    /** @param Due|null $due only for the extension, whose exceptions the table knows */
    public function __construct(
        public readonly Report $report,
        public readonly string $message = '',
        public readonly ?Due $due = null,
        public readonly ?\Throwable $thrown = null,
    ) {}
}
