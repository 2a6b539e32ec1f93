<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Control;

use Aurpay\Sandbox\Config;
use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Http\Response;
use Aurpay\Sandbox\Http\WorkerSlots;

/**
 * Where control requests wait: never where they hold up the API.
 *
 * A worker of php -S accepts further connections before it runs a script, and
 * they would wait as long as the script does. So it sends the client to the
 * supervisor's waiting room. A worker of php-fpm has one request at a time, so
 * a part of them may wait.
 */
final readonly class Waiting
{
    private const MOST = 8;
    private const PAUSE_MICROSECONDS = 20_000;

    public function __construct(private Config $config) {}

    public function answer(Request $request, Wait $wait): Response
    {
        $seen = $wait->look();
        if ($seen !== null) {
            return Response::json($seen);
        }
        if ($this->config->waitingRoom !== '') {
            return Response::json(['waiting' => true], 307)->withHeaders([
                'Location' => $this->config->waitingRoom . $request->target,
            ]);
        }
        $slots = new WorkerSlots($this->config->runFolder, 'wait', self::MOST);
        if (!$slots->take()) {
            return self::busy();
        }
        while (($seen = $wait->look()) === null) {
            usleep(self::PAUSE_MICROSECONDS);
        }
        $slots->release();

        return Response::json($seen);
    }

    public static function busy(): Response
    {
        return Response::json(['error' => 'Too many requests wait already'], 503)->withHeaders(['Retry-After' => '1']);
    }
}
