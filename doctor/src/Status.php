<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** What became of a check. */
enum Status: string
{
    case Good = 'ok';
    /** The check could not be made, or was not asked for; the message says why. */
    case Skipped = 'skipped';
    /** It works, but not as well or as safely as it could. */
    case Warning = 'warning';
    case Failed = 'failed';

    public function symbol(): string
    {
        return match ($this) {
            self::Good => '✓',
            self::Skipped => '-',
            self::Warning => '!',
            self::Failed => '✗',
        };
    }

    public function isProblem(): bool
    {
        return $this === self::Warning || $this === self::Failed;
    }
}
