<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Control;

use Aurpay\Sandbox\Config;
use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Http\Response;
use Aurpay\Sandbox\Http\WorkerSlots;

/**
 * Where control requests wait, and streams of events run: never where they hold up the API.
 *
 * A worker of php -S accepts further connections before it runs a script, and
 * they would wait as long as the script does. So it sends the client to the
 * supervisor's waiting room. A worker of php-fpm has one request at a time, so
 * a part of them may wait.
 */
final readonly class Waiting
{
    /** Of the 16 workers of php-fpm (see NginxServer), so many may wait, and so many have a stream. */
    private const MOST = 8;
    private const MOST_STREAMS = 4;
    private const PAUSE_MICROSECONDS = 20_000;

    public function __construct(private Config $config) {}

    public function answer(Request $request, Wait $wait): Response
    {
        $seen = $wait->look();
        if ($seen !== null) {
            return Response::json($seen);
        }
        if ($this->config->waitingRoom !== '') {
            return $this->elsewhere($request);
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

    public function stream(Request $request, EventStream $stream): Response
    {
        if ($this->config->waitingRoom !== '') {
            return $this->elsewhere($request);
        }
        $slots = new WorkerSlots($this->config->runFolder, 'stream', self::MOST_STREAMS);
        if (!$slots->take()) {
            return self::tooManyStreams();
        }

        return Response::stream($stream->headers(), static function () use ($stream, $slots): \Generator {
            try {
                yield from $stream->parts();
            } finally {
                $slots->release();
            }
        });
    }

    /** Anything but 200 ends a browser's EventSource for good, so the page asks every 2 s instead. */
    public static function tooManyStreams(): Response
    {
        return Response::json(['error' => 'There are too many streams already: ask /_sandbox/cashier instead'], 503);
    }

    private function elsewhere(Request $request): Response
    {
        return Response::json(['waiting' => true], 307)->withHeaders([
            'Location' => $this->config->waitingRoom . $request->target,
        ]);
    }

    public static function busy(): Response
    {
        return Response::json(['error' => 'Too many requests wait already'], 503)->withHeaders(['Retry-After' => '1']);
    }
}
