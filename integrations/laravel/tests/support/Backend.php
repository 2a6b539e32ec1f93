<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests\Support;

/** What a shop has its queue and its cache in. */
enum Backend: string
{
    case Database = 'database';
    case Redis = 'redis';

    /** @return iterable<string, array{self}> for tests that run with each */
    public static function each(): iterable
    {
        yield 'the database' => [self::Database];
        yield 'Redis' => [self::Redis];
    }

    /** @return array<string, string> the variables of a new shop */
    public function environment(): array
    {
        $server = $this === self::Redis ? Redis::server()->environment() : [];

        return ['QUEUE_CONNECTION' => $this->value, 'CACHE_STORE' => $this->value] + $server;
    }
}
