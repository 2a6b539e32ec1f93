<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

use AurpayTest\FaultServer;

use function AurpayTest\wait_for_unread;

/**
 * Makes one call after another, and compares every few of them with the server's log.
 *
 * @phpstan-import-type Entry from Checker
 * @phpstan-type Logged array{method: string, target: string, connection: int, behaviour: string, executed: bool,
 *     headers: array<string, string>, tls: ?array{protocol: ?string}}
 */
final class Runner
{
    private const CALLS_BETWEEN_CHECKS = 50;

    public readonly Tally $tally;

    /** @var list<string> what was wrong, in words */
    public array $problems = [];

    /** @var list<array{Plan, Outcome, bool}> and whether its request was too late for the deadline */
    private array $unchecked = [];

    /** @param bool $isChecked whether the table is for this caller; else it is only counted */
    public function __construct(
        private readonly FaultServer $server,
        private readonly Caller $caller,
        private readonly bool $isChecked = true,
    ) {
        $this->tally = new Tally();
    }

    /** @param callable(int): void $progress called with the number of calls since the last time */
    public function run(Planner $planner, int $calls, callable $progress): void
    {
        while ($calls > 0) {
            $batch = min($calls, self::CALLS_BETWEEN_CHECKS);
            for ($i = 0; $i < $batch; $i++) {
                $this->play($planner->next());
            }
            $this->check();
            $progress($batch);
            $calls -= $batch;
        }
    }

    private function play(Plan $plan): void
    {
        if (!$plan->isWarm && $plan->transport === Transport::Http2) {
            $this->coolDown();
        }
        $counts = $this->server->prepare($plan->preparation());
        $before = $counts['executed'];
        if ($plan->isWarm) {
            $this->caller->warmUp();
            $before++;
            if ($plan->fault->isIdle) {
                $this->server->settle();
            }
            if (isset($plan->fault->warmUp['late'])) {
                $this->awaitLate($counts['late'] + 1);
            }
        }
        $outcome = $this->caller->make($plan);
        // The call has given up, and what it sent may still be on its way into the server.
        $isLate = $plan->fault->untilDeadline && $plan->fault->executed === Executed::Yes
            && !$this->server->waitForExecuted($before + 1, 5.0) && !$plan->isLastTry();
        $this->unchecked[] = [$plan, $outcome, $isLate];
        if ($isLate) {
            $this->tally->repeated++;
            $this->play($plan->withMoreTime());
        }
        // A close that is still to come, or a connection that was made for HTTP/1.1, is not for the next call to find.
        if ($plan->fault->warmUp !== [] || ($plan->behaviour['error'] ?? null) === 'HTTP_1_1_REQUIRED') {
            $this->server->settle();
        }
    }

    /**
     * Waits until the bytes that nobody asked for lie before the client. Another client may have closed the connection
     * before they were sent, or hold others: its call is counted as it comes out.
     */
    private function awaitLate(int $times): void
    {
        if ($this->isChecked) {
            $this->server->waitForLate($times);
            wait_for_unread($this->server->port());

            return;
        }
        try {
            $this->server->waitForLate($times, 1.0);
        } catch (\RuntimeException) {
            // They never come on a connection that is closed.
        }
        usleep(20000);
    }

    /**
     * Leaves no connection to be taken again. The client has to see that it ends: over HTTP/2 libcurl is slow to notice,
     * and would try one after the other of those that were merely dropped.
     */
    private function coolDown(): void
    {
        $this->server->prepare(['script' => [['do' => 'answer', 'close' => true]]]);
        $this->caller->warmUp();
    }

    private function check(): void
    {
        $this->server->settle();
        [$requests, $before] = $this->requestsByCall();
        foreach ($this->unchecked as [$plan, $outcome, $isLate]) {
            $own = $requests[$plan->id] ?? [];
            $executions = Checker::executions($own);
            $problems = match (true) {
                !$this->isChecked, $isLate && $plan->call->isRead => [],
                // The deadline came before the request, so this is not the fault that the table speaks of.
                $isLate => Checker::truthProblems($outcome, count($own), $executions),
                default => Checker::problems($plan, $outcome, $own, $before[$plan->id] ?? null),
            };
            $this->tally->add($plan, $outcome, $executions, $problems);
            foreach ($problems as $problem) {
                $told = ($outcome->due->value ?? '') . ($outcome->message === '' ? '' : " ({$outcome->message})");
                $this->problems[] = "{$plan->describe()}\n    {$problem}; told: {$told}, requests: " . count($own);
            }
        }
        $this->unchecked = [];
        $this->server->reset();
    }

    /** @return array{array<string, list<Entry>>, array<string, Entry>} each call's requests; the one before them */
    private function requestsByCall(): array
    {
        [$requests, $before, $last] = [[], [], null];
        foreach ($this->server->log() as $request) {
            /** @var Logged $request */
            $id = $request['headers']['user-agent'] ?? '';
            $entry = ['protocol' => $request['tls']['protocol'] ?? null] + $request;
            if ($last !== null && !isset($requests[$id])) {
                $before[$id] = $last;
            }
            $requests[$id][] = $entry;
            $last = $entry;
        }

        return [$requests, $before];
    }
}
