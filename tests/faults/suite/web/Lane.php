<?php

declare(strict_types=1);

namespace AurpayTest\Faults\Web;

use AurpayTest\FaultServer;

/** One worker process of the shop and the server that it calls: one web request after another. */
final class Lane
{
    /** Bytes that follow an answer are never sent if the client took other bytes for it, and its request did not arrive. */
    private const SECONDS_FOR_LATE_BYTES = 2.0;

    /** @param \Closure(string): Told $call makes the call of this id */
    public function __construct(private readonly FaultServer $server, private readonly \Closure $call) {}

    /** @param list<Visit> $visits */
    public function play(array $visits): Counts
    {
        $told = [];
        foreach ($visits as $visit) {
            $before = $this->server->prepare(['script' => [$visit->behaviour]]);
            $told[$visit->id] = ($this->call)($visit->id);
            if ($visit->awaitsBytes()) {
                $this->awaitBytes($before['late'] + 1);
            }
            usleep((int) ($visit->pause * 1e6));
        }
        $counts = new Counts();
        $counts->setConnections($this->server->connections());
        $this->server->settle();
        $executions = $this->executions();
        foreach ($told as $id => $one) {
            $counts->add($id, $one, $executions[$id] ?? 0);
        }

        return $counts;
    }

    /** Otherwise they could arrive during the next call, and not before it. */
    private function awaitBytes(int $times): void
    {
        try {
            $this->server->waitForLate($times, self::SECONDS_FOR_LATE_BYTES);
        } catch (\RuntimeException) {
            // Then there is nothing to wait for.
        }
        usleep(5000);
    }

    /** @return array<string, int> how often each call was executed */
    private function executions(): array
    {
        $executions = [];
        foreach ($this->server->log() as $request) {
            /** @var array{target: string, executed: bool} $request */
            $id = basename($request['target']);
            $executions[$id] = ($executions[$id] ?? 0) + (int) $request['executed'];
        }

        return $executions;
    }
}
