<?php

declare(strict_types=1);

namespace AurpayBench\Measure;

use AurpayBench\{Measure, Outcome, PageLoad, Pages, Session, Table, Verdict};

/** A page with one call under load, compared with the limit, and with clients that keep their connections too. */
final readonly class Best implements Measure
{
    public function name(): string
    {
        return 'throughput-best';
    }

    public function title(): string
    {
        return 'php-fpm page with one signed call, 4 at once, written by hand';
    }

    public function run(Session $session): Outcome
    {
        $found = (new PageLoad($session))->measure(Pages::best($session->php), 4);
        $rates = $found['requests/s'];
        $ours = $rates[Pages::OURS];
        $verdicts = [
            Verdict::atLeast(0.97, Pages::LIMIT, $ours, $rates[Pages::LIMIT]),
            Verdict::atLeast(0.97, Pages::SIGNED_LIMIT, $ours, $rates[Pages::SIGNED_LIMIT]),
        ];
        if (isset($rates[Pages::SHARE])) {
            $verdicts[] = Verdict::inEveryRound(Pages::SHARE, $ours, $rates[Pages::SHARE]);
        }

        return new Outcome(
            [
                new Table('Requests per second', '/s', $rates, $this->name(), isMoreBetter: true),
                new Table('Median time of a request', 'ms', $found['p50 ms']),
                new Table('99th percentile', 'ms', $found['p99 ms']),
            ],
            $verdicts,
        );
    }
}
