<?php

declare(strict_types=1);

namespace AurpayBench\Measure;

use AurpayBench\{Counts, Labels, Measure, Outcome, RoundTrips, Sample, Session, Table, Verdict};
use AurpayBench\Server\LoggedRequest;

/** Many reads at once, over HTTP/2 to a distant server. */
final readonly class Details implements Measure
{
    private const REPETITIONS = 7;
    private const ORDERS = 200;

    public function name(): string
    {
        return 'details';
    }

    public function title(): string
    {
        return self::ORDERS . ' order details at ' . RoundTrips::MILLISECONDS . ' ms round trip';
    }

    public function run(Session $session): Outcome
    {
        $network = new RoundTrips($session->tools, $session->php);
        $counts = new Counts($session->tools, $session->php);
        [$contenders, $connections] = [[], []];
        foreach (Labels::of($session->php) as $contender => $label) {
            $contenders[$label] = static fn (): array => $network->details($contender, self::ORDERS);
            $requests = $counts->detailsOnTheWire($contender, self::ORDERS);
            $connections[$label] = new Sample([LoggedRequest::connections($requests)]);
        }
        $found = $session->interleave(self::REPETITIONS, $contenders);

        return new Outcome(
            [
                new Table('Round trips, connecting included', '', $found['round trips'], $this->name()),
                new Table('Time', 'ms', $found['ms']),
                new Table('Connections', '', $connections),
            ],
            [Verdict::amount(15, 'RTT', 'elapsed', $found['round trips']['aurpay']->median())],
        );
    }
}
