<?php

declare(strict_types=1);

namespace AurpayTest\Soak;

/** The life of two shops: one event after another, and what must be true after each of them and at the end. */
final class Life
{
    /**
     * How much memory a worker may gain from the first third of its life to the last: for all kinds of events, and so
     * much for each request. It gains about 250 kB, in 300 requests as in 2700. A leak of 4 kB in each request is 1200
     * kB more after 300.
     */
    private const KILOBYTES = 640;
    private const BYTES_PER_REQUEST = 64;

    /**
     * How many connections to the gateway a worker may have: 8 that are idle (the default), and one that is used. How soon
     * a worker has so many depends on its visits: a leak shows in that they become more.
     */
    private const CONNECTIONS = 9;

    /** After each of so many visits, the open connections are counted. */
    private const VISITS = 8;

    private readonly Trend $open;

    /** @var list<string> the temporary files at the beginning */
    private readonly array $files;

    /** @var list<int> */
    private readonly array $steadyWorkers;

    private readonly int $processes;

    /** @var array<string, Event> the last event of each kind */
    private array $happened = [];

    private int $unexplained = 0;
    private int $mostOpen = 0;

    public function __construct(private readonly Scene $scene, private readonly Report $report)
    {
        $scene->traffic->untilEachWorkerIsClean();
        $this->files = Folder::entries();
        $this->steadyWorkers = $scene->steady->workers();
        $this->processes = count(Processes::descendants((int) getmypid()));
        $this->open = new Trend();
        $scene->traffic->watch(function (Visit $visit): void {
            if ($visit->number % self::VISITS === 0) {
                $open = $this->scene->gateway->open();
                $this->open->add($open);
                $this->mostOpen = max($this->mostOpen, $open);
            }
        });
    }

    /** Every kind of event, once. */
    public function rotate(): void
    {
        $this->live(new Events\AuthorityChange());
        $this->live(new Events\ClockStep());
        // Now each worker has just resolved the gateway's name.
        $move = new Events\Move();
        $move->begin($this->scene);
        $this->live(new Events\Reload());
        $this->live(new Events\CertificateChange());
        $this->live(new Events\Restart());
        $this->live(new Events\WorkersQuit());
        $this->live(new Events\IdlePause());
        $this->live(new Events\FaultMode());
        $this->live(new Events\Recycling());
        $this->live($move);
    }

    /** Until there are enough numbers for a trend of each steady worker. */
    public function calmDown(): void
    {
        $this->scene->traffic->until(function (): bool {
            foreach ($this->steadyWorkers as $worker) {
                if (!($this->scene->steady->trends($worker)['memory'] ?? new Trend())->isEnough()) {
                    return false;
                }
            }

            return true;
        }, 'enough visits');
    }

    /** What must be true at the end, while the shops still run. */
    public function check(): void
    {
        $kinds = count($this->happened);
        $this->report->check("{$kinds} kinds of events happened, and all workers made calls that succeed after each", $kinds === 10);
        $this->report->check('unknown outcomes are few: no more than the events can cause', $this->unexplained === 0);
        $this->report->check(
            'the workers of the steady shop are those of the beginning',
            $this->steadyWorkers === $this->scene->steady->workers(),
        );
        foreach ($this->steadyWorkers as $worker) {
            $this->checkWorker($worker);
        }
        $most = 2 * count($this->steadyWorkers) * self::CONNECTIONS;
        $this->report->check(
            "the gateway had {$this->mostOpen} open connections at most, and medians of {$this->open->describe()}",
            $this->mostOpen <= $most,
        );
    }

    private function checkWorker(int $worker): void
    {
        $trends = $this->scene->steady->trends($worker) ?? throw new \LogicException("worker {$worker} had no visits");
        [$others, $connections, $memory] = [$trends['others'], $trends['connections'], $trends['memory']];
        $this->report->check(
            "worker {$worker} has {$others->describe()} descriptors and {$connections->describe()} connections",
            $others->isFlat(1) && $connections->isAtMost(self::CONNECTIONS),
        );
        [$first, $last] = $trends['requests']->isEnough() ? $trends['requests']->medians() : [0, 0];
        $requests = $last - $first;
        $margin = self::KILOBYTES + intdiv($requests * self::BYTES_PER_REQUEST, 1024);
        $this->report->check(
            "it takes {$memory->describe()} kB of memory, {$requests} requests later; {$margin} kB more are allowed",
            $memory->isFlat($margin),
        );
    }

    private function live(Event $event): void
    {
        $traffic = $this->scene->traffic;
        $traffic->begin($event);
        $event->happen($this->scene);
        $traffic->end($event);
        $traffic->untilEachWorkerIsClean();
        $this->happened[$event::class] = $event;
        $this->report->say($event->describe());
        if ($event->unknown() > $event->unknownAtMost()) {
            $this->unexplained++;
            $this->report->say("{$event->unknown()} outcomes were unknown, and {$event->unknownAtMost()} can be");
        }
        $this->look();
    }

    /** What must be true after each event. */
    private function look(): void
    {
        $this->scene->traffic->until(
            fn (): bool => count(Processes::descendants((int) getmypid())) === $this->processes,
            "{$this->processes} processes, and none more",
        );
        $this->scene->traffic->until(
            static fn (): bool => Processes::zombies(...Processes::descendants((int) getmypid())) === [],
            'the end of processes that have ended',
        );
        if (Folder::entries() !== $this->files) {
            throw new Stopped('temporary files were left: ' . implode(', ', array_diff(Folder::entries(), $this->files)));
        }
    }
}
