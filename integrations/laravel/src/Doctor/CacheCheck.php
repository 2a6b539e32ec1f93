<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Doctor;

use Illuminate\Cache\ArrayStore;
use Illuminate\Cache\NullStore;
use Illuminate\Contracts\Cache\LockProvider;
use Illuminate\Contracts\Cache\Repository;
use Illuminate\Contracts\Foundation\Application;
use Illuminate\Support\Str;

/** Whether the cache can lock an order while its payment is started. */
final class CacheCheck implements Check
{
    private const SECONDS = 5;

    public function __construct(private readonly Repository $cache, private readonly Application $app) {}

    public function subject(): string
    {
        return 'Cache';
    }

    public function findings(): array
    {
        $store = $this->cache->getStore();
        $name = class_basename($store);
        $advice = 'Set CACHE_STORE to database or redis.';
        if (!$store instanceof LockProvider) {
            return [Finding::warning("$name has no locks: a double click starts two payments.", $advice)];
        }
        $isAlone = $store instanceof ArrayStore || $store instanceof NullStore;
        if ($isAlone && $this->app->environment('production')) {
            return [Finding::warning("$name locks nothing that another process does: a double click starts two payments.", $advice)];
        }
        $lock = $store->lock('aurpay:doctor:' . Str::random(8), self::SECONDS);
        if ($lock->get() !== true) {
            return [Finding::failed("$name gives no lock.", $advice)];
        }
        $lock->release();

        return [Finding::ok("$name has locks.")];
    }
}
