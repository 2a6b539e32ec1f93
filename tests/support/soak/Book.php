<?php

declare(strict_types=1);

namespace AurpayTest\Soak;

/** What the shops were told of each call, to be compared with what the gateway executed. */
final class Book
{
    /** How many problems are printed. With more, it makes no sense to go on. */
    private const PRINTED = 20;

    /** @var array<string, Call> the calls that are not reads, by id */
    private array $calls = [];

    /** @var array<int, true> the numbers of the visits whose answer was lost */
    private array $lost = [];

    private int $visits = 0;
    private int $count = 0;
    private int $unexpected = 0;
    private int $problems = 0;
    private int $lostWithoutReason = 0;

    public function __construct(private readonly Report $report) {}

    /**
     * @param string $visit for messages
     * @param list<Call> $calls what the shop told of them
     * @param list<Event> $events all that happened meanwhile
     */
    public function add(string $visit, array $calls, array $events): void
    {
        $this->visits++;
        foreach ($calls as $call) {
            $this->count++;
            if ($call->id !== '') {
                $this->calls[$call->id] = $call;
            }
            if (!$call->isSuccess() && !self::isExplained($call, $events)) {
                $this->problem("{$visit}: {$call->describe()}");
            }
        }
    }

    /**
     * A web request had no answer, so nobody knows which calls it made.
     *
     * @param list<Event> $events all that happened meanwhile
     */
    public function lose(string $visit, int $number, array $events, string $message): void
    {
        $this->lost[$number] = true;
        foreach ($events as $event) {
            if ($event->losesVisits()) {
                $this->report->say("{$visit} was lost: {$message}");

                return;
            }
        }
        $this->lostWithoutReason++;
        $this->problem("{$visit} was lost: {$message}");
    }

    /** @param array<string, int> $executions how often the gateway executed each id */
    public function check(array $executions): void
    {
        $counts = ['twice' => 0, 'though' => 0, 'missing' => 0, 'unknown' => 0, 'executed' => 0];
        foreach ($this->calls as $id => $call) {
            $times = $executions[$id] ?? 0;
            $counts['twice'] += $this->note($times > 1, "{$call->describe()} was executed {$times} times");
            $counts['though'] += $this->note($call->isNotExecuted() && $times > 0, "{$call->describe()} was executed");
            $counts['missing'] += $this->note($call->isSuccess() && $times !== 1, "{$call->describe()} was executed {$times} times");
            $counts['unknown'] += (int) $call->isUnknown();
            $counts['executed'] += (int) ($call->isUnknown() && $times > 0);
        }
        $strangers = $this->strangers($executions);
        $all = count($this->calls);
        $this->report->check("none of {$all} calls that are not reads was executed twice", $counts['twice'] === 0);
        $this->report->check('no call that was told as not executed was executed', $counts['though'] === 0);
        $this->report->check('every success was executed exactly once', $counts['missing'] === 0);
        $this->report->check('the gateway executed no call that no shop has made', $strangers === 0);
        $this->report->check(
            "every one of {$this->count} calls in {$this->visits} visits succeeded or is explained by an event",
            $this->unexpected === 0,
        );
        $this->report->say("{$counts['unknown']} outcomes were unknown; {$counts['executed']} of these calls were executed");
        $lost = count($this->lost);
        $this->report->check("{$lost} web requests were lost, each while php-fpm replaced workers", $this->lostWithoutReason === 0);
    }

    private function note(bool $isProblem, string $problem): int
    {
        $isProblem && $this->problem($problem, false);

        return (int) $isProblem;
    }

    private function problem(string $problem, bool $isUnexpected = true): void
    {
        $this->problems++;
        $this->unexpected += (int) $isUnexpected;
        if ($this->problems <= self::PRINTED) {
            $this->report->say($problem);
        }
        if ($this->unexpected > self::PRINTED) {
            throw new Stopped('too many calls failed');
        }
    }

    /** @param list<Event> $events */
    private static function isExplained(Call $call, array $events): bool
    {
        foreach ($events as $event) {
            if ($event->explains($call)) {
                return true;
            }
        }

        return false;
    }

    /**
     * How many ids are of no call that a shop told of. The calls of a lost visit may have been executed, once.
     *
     * @param array<string, int> $executions
     */
    private function strangers(array $executions): int
    {
        $strangers = 0;
        foreach (array_diff_key($executions, $this->calls) as $id => $times) {
            $isLost = preg_match('/^v(\d+)-(?:new|refund)$/', $id, $match) === 1 && isset($this->lost[(int) $match[1]]);
            $strangers += $this->note(!$isLost || $times !== 1, "the gateway executed {$id} {$times} times");
        }

        return $strangers;
    }
}
