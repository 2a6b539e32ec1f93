<?php

declare(strict_types=1);

namespace AurpayTest\Soak;

/** The visitors of the shops: a light load that goes on while the soak waits for something. */
final class Traffic
{
    /** Between two visits to a shop, in seconds. */
    private const INTERVAL = 0.4;

    /** How many visitors a shop has at the same time, at most. */
    private const VISITORS = 3;

    /** How long anything that must happen may take, in seconds: a busy machine is slow. */
    private const PATIENCE = 400.0;

    /** @var list<Shop> */
    private array $shops = [];

    /** @var array<int, Visit> by number */
    private array $open = [];

    /** @var array<string, float> when the next visit of a shop is due, by the shop's name */
    private array $due = [];

    /** @var list<Event> those that happen now */
    private array $events = [];

    /** @var array<int, callable(Visit): void> called with each visit that has ended */
    private array $watchers = [];

    private int $number = 0;
    private bool $isPaused = false;

    /** For a call, in seconds. */
    private float $timeout = self::LONG;

    private const LONG = 60.0;

    public function __construct(private readonly Book $book) {}

    public function add(Shop $shop): void
    {
        $this->shops[] = $shop;
        $this->due[$shop->name] = 0.0;
    }

    /** @param callable(Visit): void $watcher called with each visit from now on, when it has ended */
    public function watch(callable $watcher): void
    {
        $this->watchers[] = $watcher;
    }

    public function begin(Event $event): void
    {
        $this->events[] = $event;
        foreach ($this->open as $visit) {
            $visit->events[] = $event;
        }
    }

    /** Visits from now on do not belong to the event. Waits for those that do. */
    public function end(Event $event): void
    {
        $this->events = array_values(array_filter($this->events, static fn (Event $one): bool => $one !== $event));
        $this->untilOlderVisitsEnd();
    }

    /** Lets visits happen until it is so. */
    public function until(callable $isSo, string $what): void
    {
        $deadline = microtime(true) + self::PATIENCE;
        while (!$isSo()) {
            if (microtime(true) > $deadline) {
                throw new Stopped("waited for {$what}");
            }
            $this->turn();
        }
    }

    /** Waits until all visits that have begun so far have ended. */
    public function untilOlderVisitsEnd(): void
    {
        $older = $this->open;
        $this->until(fn (): bool => array_intersect_key($this->open, $older) === [], 'the visits so far');
    }

    /**
     * Waits until each worker of the shops (by default of all) has had visits that began after now and are so, one with
     * each version of HTTP, because each version has its own connections.
     *
     * @param callable(Visit): bool $isSo
     */
    public function untilEachWorker(callable $isSo, string $what, Shop ...$shops): void
    {
        $first = $this->number + 1;
        $done = [];
        $watcher = static function (Visit $visit) use ($isSo, $first, &$done): void {
            if ($visit->number >= $first && $isSo($visit)) {
                $done[$visit->protocol][$visit->process] = true;
            }
        };
        $isDone = static function (Shop $shop) use (&$done): bool {
            $workers = $shop->workers();

            return $workers !== []
                && array_diff($workers, array_keys($done[1] ?? [])) === []
                && array_diff($workers, array_keys($done[2] ?? [])) === [];
        };
        $this->watchers[] = $watcher;
        $key = array_key_last($this->watchers);
        try {
            foreach ($shops === [] ? $this->shops : $shops as $shop) {
                $this->until(static fn (): bool => $isDone($shop), "each worker of {$shop->name} {$what}");
            }
        } finally {
            unset($this->watchers[$key]);
        }
    }

    public function untilEachWorkerIsClean(): void
    {
        $this->untilEachWorker(static fn (Visit $visit): bool => $visit->isClean(), 'to make calls that succeed');
    }

    /** Waits until so many visits to a shop are open, so that all of its workers may be in the middle of calls. */
    public function untilBusy(Shop $shop, int $visits): void
    {
        $this->until(fn (): bool => $this->openVisits($shop) >= $visits, "visits to {$shop->name}");
    }

    /** No visits, until resume(). Waits for those that have begun. */
    public function pause(): void
    {
        $this->isPaused = true;
        $this->untilOlderVisitsEnd();
    }

    public function resume(): void
    {
        $this->isPaused = false;
    }

    /** From now on calls have little time, or again as much as on a busy machine they need. */
    public function hurry(bool $isHurried): void
    {
        $this->timeout = $isHurried ? 2.0 : self::LONG;
    }

    private function turn(): void
    {
        $this->beginVisits();
        $streams = array_map(static fn (Visit $visit) => $visit->request->stream(), $this->open);
        if ($streams === []) {
            usleep(20_000);

            return;
        }
        [$write, $except] = [null, null];
        stream_select($streams, $write, $except, 0, 50_000);
        foreach (array_keys($streams) as $number) {
            $this->finish($this->open[$number]);
        }
        foreach ($this->open as $visit) {
            if (microtime(true) - $visit->began > self::PATIENCE) {
                throw new Stopped("waited for the answer to {$visit->name()}");
            }
        }
    }

    private function beginVisits(): void
    {
        foreach ($this->isPaused ? [] : $this->shops as $shop) {
            $now = microtime(true);
            if ($now < $this->due[$shop->name] || $this->openVisits($shop) >= self::VISITORS) {
                continue;
            }
            $this->due[$shop->name] = $now + self::INTERVAL;
            $number = ++$this->number;
            $this->open[$number] = $shop->visit($number, $this->timeout);
            $this->open[$number]->events = $this->events;
        }
    }

    private function openVisits(Shop $shop): int
    {
        return count(array_filter($this->open, static fn (Visit $visit): bool => $visit->shop === $shop));
    }

    private function finish(Visit $visit): void
    {
        unset($this->open[$visit->number]);
        try {
            $visit->finish();
        } catch (\RuntimeException $exception) {
            $this->book->lose($visit->name(), $visit->number, $visit->events, $exception->getMessage());

            return;
        }
        $visit->shop->add($visit);
        $this->book->add($visit->name(), $visit->calls, $visit->events);
        foreach ($visit->events as $event) {
            $event->add($visit);
        }
        foreach ($this->watchers as $watcher) {
            $watcher($visit);
        }
    }
}
