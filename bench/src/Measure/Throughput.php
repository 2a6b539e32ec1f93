<?php

declare(strict_types=1);

namespace AurpayBench\Measure;

use AurpayBench\{Measure, Outcome, PageLoad, Pages, Session, Table, Verdict};

/** A page with one call under load, with the clients as shops run them today. */
final readonly class Throughput implements Measure
{
    private const CONNECTIONS = 4;

    /** @param 'rsa'|'ecdsa' $certificate */
    public function __construct(private string $certificate) {}

    public function name(): string
    {
        return $this->certificate === 'rsa' ? 'throughput' : 'throughput-ecdsa';
    }

    public function title(): string
    {
        $certificate = $this->certificate === 'rsa' ? 'RSA-2048' : 'ECDSA P-256';

        return "php-fpm page with one signed call, 4 at once, {$certificate} certificate";
    }

    public function run(Session $session): Outcome
    {
        $found = (new PageLoad($session, $this->certificate))->measure(Pages::today($session->php), self::CONNECTIONS);
        $rates = $found['requests/s'];

        return new Outcome(
            [
                new Table('Requests per second', '/s', $rates, $this->name(), isMoreBetter: true),
                new Table('Median time of a request', 'ms', $found['p50 ms']),
                new Table('99th percentile', 'ms', $found['p99 ms']),
            ],
            [
                Verdict::atLeast(6, 'ext-curl', $rates['aurpay'], $rates['ext-curl by hand']),
                Verdict::atLeast(7, 'Guzzle', $rates['aurpay'], $rates['Guzzle']),
            ],
        );
    }
}
