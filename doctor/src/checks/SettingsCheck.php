<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** The settings of php.ini that matter to the extension. */
final class SettingsCheck implements Check
{
    /** Bytes: the largest answer that is accepted by default, as text and as arrays. */
    private const MEMORY = 64 << 20;

    /** Seconds after which a call that is not a read takes no connection that was idle, whatever is set. */
    private const IDLE = 15;

    public function name(): string
    {
        return 'settings';
    }

    public function about(): string
    {
        return 'memory_limit, disable_functions, preloading, and how long connections live';
    }

    public function needsExtension(): bool
    {
        return true;
    }

    public function findings(): iterable
    {
        $limit = (string) ini_get('memory_limit');
        $bytes = ini_parse_quantity($limit);
        $idle = (int) ini_get('aurpay.max_idle_seconds');
        $age = (int) ini_get('aurpay.max_connection_seconds');
        $findings = [];
        if ($bytes > 0 && $bytes < self::MEMORY) {
            $findings[] = Finding::problem('memory-limit-small', "memory_limit is {$limit}");
        }
        if (min($idle, $age) < self::IDLE) {
            $findings[] = Finding::problem('connections-end-soon', "connections end after {$idle} seconds without a call, and after {$age} seconds in any case");
        }
        $disabled = count(preg_split('/[\s,]+/', (string) ini_get('disable_functions'), 0, PREG_SPLIT_NO_EMPTY) ?: []);
        $preload = (string) ini_get('opcache.preload');
        $findings[] = Finding::good("memory_limit {$limit}; connections end after {$idle} seconds without a call; "
            . "disable_functions names {$disabled}, and the extension needs none; "
            . ($preload === '' ? 'nothing is preloaded' : "{$preload} is preloaded, which the extension allows"));

        return $findings;
    }
}
