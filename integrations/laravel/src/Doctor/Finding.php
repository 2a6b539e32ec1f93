<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Doctor;

/** What a check has found. It has no secret: it is printed, and sent to monitoring. */
final class Finding
{
    /** @param string $advice what to do; "" if nothing is to be done */
    private function __construct(
        public readonly Level $level,
        public readonly string $message,
        public readonly string $advice,
    ) {}

    public static function ok(string $message): self
    {
        return new self(Level::Ok, $message, '');
    }

    public static function warning(string $message, string $advice): self
    {
        return new self(Level::Warning, $message, $advice);
    }

    public static function failed(string $message, string $advice): self
    {
        return new self(Level::Failed, $message, $advice);
    }
}
