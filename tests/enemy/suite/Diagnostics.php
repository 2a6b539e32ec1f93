<?php

declare(strict_types=1);

namespace AurpayTest\Enemy;

/** Collects warnings, notices and deprecations: a call must cause none. */
final class Diagnostics
{
    /** @var list<string> */
    private static array $seen = [];

    public static function collect(): void
    {
        error_reporting(-1);
        set_error_handler(static function (int $level, string $message): bool {
            // Not what @ hides.
            if ((error_reporting() & $level) !== 0) {
                self::$seen[] = $message;
            }

            return true;
        });
    }

    /** @return list<string> since the last time */
    public static function take(): array
    {
        [$seen, self::$seen] = [self::$seen, []];

        return $seen;
    }
}
