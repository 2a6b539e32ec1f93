<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Control;

/**
 * Server-sent events (HTML, 9.2). After an event, or after some seconds without one, the stream ends, and the browser
 * connects again by itself.
 */
final class EventStream
{
    private const LONGEST_SECONDS = 8.0;
    private const PAUSE_SECONDS = 0.2;
    private const RECONNECT_MS = 300;

    private readonly float $end;
    private float $nextLook = 0.0;

    /**
     * @param \Closure(): ?string $look   the event, if there is one
     * @param string              $origin whose pages may read the stream; '' if only those of its own address may
     */
    public function __construct(private readonly \Closure $look, private readonly string $origin = '')
    {
        $this->end = microtime(true) + self::LONGEST_SECONDS;
    }

    public static function event(string $id, string $data): string
    {
        return "id: $id\ndata: $data\n\n";
    }

    /**
     * @return array<string, string>
     */
    public function headers(): array
    {
        return [
            'Content-Type' => 'text/event-stream',
            'Cache-Control' => 'no-store',
            // Without this, nginx collects the events.
            'X-Accel-Buffering' => 'no',
        ] + $this->readers();
    }

    /**
     * Who may read an answer, even a refusal.
     *
     * @return array<string, string>
     */
    public function readers(): array
    {
        return $this->origin === '' ? [] : ['Access-Control-Allow-Origin' => $this->origin, 'Vary' => 'Origin'];
    }

    /** How the stream begins. */
    public function beginning(): string
    {
        return 'retry: ' . self::RECONNECT_MS . "\n\n";
    }

    /** The end of the stream: with the event, or empty. Null if it has not come yet. */
    public function look(): ?string
    {
        $now = microtime(true);
        if ($now < $this->nextLook) {
            return null;
        }
        $this->nextLook = $now + self::PAUSE_SECONDS;
        try {
            return ($this->look)() ?? ($now >= $this->end ? '' : null);
        } catch (Missing) {
            // The order was removed by a reset. The page learns that when it connects again.
            return '';
        }
    }

    /**
     * All of it, for a worker that may wait.
     *
     * @return \Generator<int, string>
     */
    public function parts(): \Generator
    {
        yield $this->beginning();
        while (($end = $this->look()) === null) {
            // A comment: only by writing does PHP notice that the page has gone, and the worker is free again.
            yield ":\n\n";
            usleep((int) (self::PAUSE_SECONDS * 1_000_000));
        }
        if ($end !== '') {
            yield $end;
        }
    }
}
