<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Control;

use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Http\Response;
use Aurpay\Sandbox\Http\WorkerSlots;
use Aurpay\Sandbox\Json\Writer;
use Aurpay\Sandbox\Services;

/**
 * What the cashier page shows, once and as a stream of events.
 */
final readonly class CashierControl
{
    /** After this time a stream ends by itself, and the page connects again. */
    private const STREAM_MS = 8_000;
    private const TICK_MS = 200;
    private const RECONNECT_MS = 300;

    /** The part of the workers that streams may occupy: php -S has 5 (see BuiltinServer), php-fpm 8 (NginxServer). */
    private const STREAMS_BUILTIN = 2;
    private const STREAMS_FPM = 4;

    private Gatekeeper $gatekeeper;

    public function __construct(private Services $services, private OrderControl $orders)
    {
        $this->gatekeeper = new Gatekeeper($services->config);
    }

    /**
     * GET /_sandbox/cashier?pay_url=…
     *
     * @param array<string, string> $arguments
     *
     * @return array{version: string, ...<string, mixed>}
     */
    public function content(Request $request, array $arguments): array
    {
        return $this->services->cashierContent->of($this->orders->find('', $request->query()->requiredText('pay_url')));
    }

    /**
     * GET /_sandbox/events?pay_url=…&known=VERSION: server-sent events (HTML, 9.2). The event is the content of the
     * cashier page, as soon as it has another version. Then the stream ends, as it does after some seconds without an
     * event. The browser connects again by itself, and Last-Event-ID says what it knows.
     *
     * @param array<string, string> $arguments
     */
    public function events(Request $request, array $arguments): Response
    {
        $this->content($request, $arguments);
        $known = $request->header('Last-Event-ID');
        if ($known === '') {
            $known = $request->query()->text('known');
        }
        $limit = PHP_SAPI === 'fpm-fcgi' ? self::STREAMS_FPM : self::STREAMS_BUILTIN;
        $slots = new WorkerSlots($this->services->config->runFolder, 'stream', $limit);
        if (!$slots->take()) {
            // Anything but 200 ends an EventSource for good, so the page asks every 2 s instead.
            return Response::json(['error' => "There are already $limit streams: ask /_sandbox/cashier instead"], 503);
        }

        return Response::stream(fn (): \Generator => $this->stream($request, $known, $slots));
    }

    /**
     * @return \Generator<int, string>
     */
    private function stream(Request $request, string $known, WorkerSlots $slots): \Generator
    {
        try {
            yield 'retry: ' . self::RECONNECT_MS . "\n\n";
            $end = microtime(true) + self::STREAM_MS / 1000;
            while (microtime(true) < $end) {
                $content = $this->content($request, []);
                if ($content['version'] !== $known) {
                    $shown = $this->gatekeeper->show($request, $content);
                    yield 'id: ' . $content['version'] . "\ndata: " . Writer::encode($shown) . "\n\n";

                    return;
                }
                // A comment: only by writing does PHP notice that the page has gone, and the worker is free again.
                yield ":\n\n";
                usleep(self::TICK_MS * 1000);
            }
        } catch (Missing) {
            // The order was removed by a reset. The page learns that when it connects again.
        } finally {
            $slots->release();
        }
    }
}
