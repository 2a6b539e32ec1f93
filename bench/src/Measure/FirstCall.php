<?php

declare(strict_types=1);

namespace AurpayBench\Measure;

use AurpayBench\{Counts, Labels, Measure, Outcome, RoundTrips, Session, Table, Verdict};

/** The first call of a web request, to a distant server. */
final readonly class FirstCall implements Measure
{
    private const REPETITIONS = 7;

    public function name(): string
    {
        return 'first-call';
    }

    public function title(): string
    {
        return 'first call of a web request at ' . RoundTrips::MILLISECONDS . ' ms round trip';
    }

    public function run(Session $session): Outcome
    {
        $network = new RoundTrips($session->tools, $session->php);
        $worker = $network->worker();
        $contenders = [];
        foreach (Labels::of($session->php) + Labels::persistent($session->php) as $contender => $label) {
            (new Counts($session->tools, $session->php))->webRequestsOnTheWire($contender, 2);
            // An earlier web request: after it, the worker has the code, and all that the contender keeps.
            $network->call($worker, $contender);
            $contenders[$label] = static fn (): array => $network->call($worker, $contender);
        }
        $contenders['aurpay, in a new worker'] = static fn (): array => $network->call($network->worker(), 'Aurpay');
        $found = $session->interleave(self::REPETITIONS, $contenders);

        return new Outcome(
            [
                new Table('Round trips', '', $found['round trips'], $this->name()),
                new Table('Time', 'ms', $found['ms']),
            ],
            [Verdict::amount(1, 'RTT', 'rounded', round($found['round trips']['aurpay']->median()))],
        );
    }
}
