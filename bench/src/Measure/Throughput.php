<?php

declare(strict_types=1);

namespace AurpayBench\Measure;

use AurpayBench\{Failure, Measure, Outcome, Session, Table, Verdict, Wrk};
use AurpayBench\Server\{Fpm, Nginx};

/** A page with one call, under load. */
final readonly class Throughput implements Measure
{
    private const REPETITIONS = 5;
    private const SECONDS = 5;
    private const WORKERS = 4;
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
        $fpm = new Fpm($session->tools, $session->php, self::WORKERS);
        $nginx = new Nginx($session->tools, $this->certificate, pages: $fpm);
        $pages = ['empty page' => $nginx->page('empty.php')];
        foreach (Session::LABELS as $contender => $label) {
            $pages[$label] = $nginx->page("page.php?contender={$contender}");
            self::expectPayUrl($pages[$label]);
        }
        $seconds = $session->scale(self::SECONDS, 1);
        $found = $session->interleave(self::REPETITIONS, array_map(
            static fn (string $page): \Closure => static fn (): array =>
                Wrk::loadWarm($page, self::CONNECTIONS, $seconds),
            $pages,
        ));
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

    private static function expectPayUrl(string $page): void
    {
        $answer = (string) file_get_contents($page);
        if (!str_starts_with($answer, 'https://dashboard.aurpay.net/')) {
            throw new Failure("{$page} answers {$answer}");
        }
    }
}
