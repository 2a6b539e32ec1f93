<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

use Illuminate\Contracts\Cache\Repository;
use Illuminate\Support\Carbon;

/** When reconciliation last ran, as the cache knows it. For monitoring: nothing is decided by it. */
final class LastRun
{
    private const KEY = 'aurpay:reconciled_at';

    public function __construct(private readonly Repository $cache, private readonly Log $log) {}

    /** It never throws: a cache that is away must not make a run look like a failure. */
    public function keep(): void
    {
        try {
            $this->cache->forever(self::KEY, Carbon::now()->getTimestamp());
        } catch (\Throwable $failure) {
            $this->log->failure('The time of the run could not be kept', $failure);
        }
    }

    /** @return int Unix time, 0 if none is known */
    public function time(): int
    {
        $time = $this->cache->get(self::KEY);

        return is_numeric($time) ? (int) $time : 0;
    }
}
