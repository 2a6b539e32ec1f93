<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

use AurpayTest\FaultServer;

use function AurpayTest\wait_for_unread;

/**
 * Makes one call after another, and compares them with the server's log, several at a time.
 *
 * @phpstan-import-type Entry from Checker
 * @phpstan-type Logged array{method: string, target: string, connection: int, behaviour: string, executed: bool,
 *     headers: array<string, string>, tls: ?array{protocol: ?string}}
 */
final class Runner
{
    private const CALLS_BETWEEN_CHECKS = 50;

    public readonly Tally $tally;

    /** @var list<string> the problems, in words */
    public array $problems = [];

    /** @var list<array{Plan, Outcome, bool}> the last element: whether the request was too late for the deadline */
    private array $unchecked = [];

    /** @param bool $isChecked whether the table applies to this caller; otherwise its calls are only counted */
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
        // The call has given up, but its request may still be on its way to the server.
        $isLate = $plan->fault->untilDeadline && $plan->fault->executed === Executed::Yes
            && !$this->server->waitForExecuted($before + 1, 5.0) && !$plan->isLastTry();
        $this->unchecked[] = [$plan, $outcome, $isLate];
        if ($isLate) {
            $this->tally->repeated++;
            $this->play($plan->withMoreTime());
        }
        // The next call must not find a connection that is about to close, or one that was made for HTTP/1.1.
        if ($plan->fault->warmUp !== [] || ($plan->behaviour['error'] ?? null) === 'HTTP_1_1_REQUIRED') {
            $this->server->settle();
        }
    }

    /**
     * Waits until the client could read the unexpected bytes. Another client than the extension may have closed the
     * connection before, or may use other connections: its call counts as it is.
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
            // On a closed connection the bytes never arrive.
        }
        usleep(20000);
    }

    /**
     * Leaves no connection to reuse. The client has to see the end: over HTTP/2 libcurl notices a dropped connection
     * late, and would try one dropped connection after another.
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
                // The deadline came before the request, so the call did not meet the table's fault.
                $isLate => Checker::truthProblems($outcome, count($own), $executions),
                default => Checker::problems($plan, $outcome, $own, $before[$plan->id] ?? null),
            };
            $this->tally->add($plan, $outcome, $executions, $problems);
            foreach ($problems as $problem) {
                $told = ($outcome->due->value ?? '') . ($outcome->message === '' ? '' : " ({$outcome->message})");
                $this->problems[] = "{$plan->describe()}\n    {$problem}; reported: {$told}, requests: " . count($own);
            }
        }
        $this->unchecked = [];
        $this->server->reset();
    }

    /** @return array{array<string, list<Entry>>, array<string, Entry>} each call's requests; the request before them */
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
