<?php

declare(strict_types=1);

namespace AurpayTest\Enemy;

/** A logger in which the shop's code runs. */
final class Logger
{
    /** @var (\Closure(): mixed)|null */
    public static ?\Closure $act = null;

    /** @param array<string, mixed> $context */
    public function log(mixed $level, string $message, array $context): void
    {
        if (self::$act !== null) {
            (self::$act)();
        }
    }
}
