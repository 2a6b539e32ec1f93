<?php

declare(strict_types=1);

namespace AurpayBench\Measure;

use AurpayBench\{Command, Measure, Outcome, RoundTrips, Session, Table, Verdict, WebRequests};
use AurpayBench\Server\{Expected, Fpm, Limiter, Log, LoggedRequest, Network, Nginx, Orders};

/** Many workers, many orders, and a reload, as the gateway sees them. */
final readonly class Scale implements Measure
{
    private const WORKERS = 50;
    private const ALLOWED = 10;
    private const IDLE_SECONDS = 60;
    private const CONCURRENCIES = [10, 25, 50, 100];

    public function name(): string
    {
        return 'scale';
    }

    public function title(): string
    {
        return self::WORKERS . ' workers, 10,000 orders, a reload';
    }

    public function run(Session $session): Outcome
    {
        $limited = $session->interleave(1, [
            'as installed' => static fn (): array => self::limited($session, []),
            'aurpay.max_idle_connections = 0' =>
                static fn (): array => self::limited($session, ['aurpay.max_idle_connections' => '0']),
        ]);
        $reloaded = $session->interleave(1, ['reload' => static fn (): array => self::reloaded($session)]);
        $network = new Network($session->tools, RoundTrips::MILLISECONDS);
        $reconciled = $session->interleave(3, array_combine(
            array_map(static fn (int $concurrency): string => "{$concurrency} at once", self::CONCURRENCIES),
            array_map(
                static fn (int $concurrency): \Closure =>
                    static fn (): array => self::reconciled($session, $network, $concurrency),
                self::CONCURRENCIES,
            ),
        ));
        $limit = self::ALLOWED . ' connections allowed';

        return new Outcome(
            [
                new Table('10,000 details at 20 ms round trip, HTTP/2', 's', $reconciled['s']),
                new Table('Their connections', '', $reconciled['connections']),
                new Table('Most memory of the process', 'KB', $reconciled['peak']),
                new Table(self::WORKERS . " workers, {$limit}: pages of 1,000 that failed", '', $limited['failed']),
                new Table(self::WORKERS . " workers, {$limit}: connections", '', $limited['connections']),
                new Table('A reload amid 2,000 pages: pages that failed', '', $reloaded['failed']),
                new Table('A reload amid 2,000 pages: connections', '', $reloaded['connections']),
            ],
            [
                Verdict::amount(0, '', 'pages that failed in a reload', $reloaded['failed']['reload']->median()),
                Verdict::amount(
                    2 * self::WORKERS,
                    '',
                    'connections with a reload',
                    $reloaded['connections']['reload']->median(),
                ),
            ],
        );
    }

    /**
     * A gateway that allows fewer connections than there are workers.
     *
     * @param array<string, string> $phpSettings
     * @return array{failed: int, connections: int}
     */
    private static function limited(Session $session, array $phpSettings): array
    {
        $php = $session->php;
        foreach ($phpSettings as $name => $value) {
            $php = $php->withSetting($name, $value);
        }
        $nginx = new Nginx($session->tools, log: Log::Requests);
        $limiter = new Limiter($session->tools, $nginx->hostAndPort(), self::ALLOWED, self::IDLE_SECONDS);
        $fpm = new Fpm($session->tools, $php, self::WORKERS);
        $settings = ['BENCH_BASE_URI' => $limiter->baseUri()] + $nginx->settings();
        $made = (new WebRequests($fpm, 'call.php', $settings))->make(1000, self::WORKERS);

        return ['failed' => $made['failed'], 'connections' => self::connections($nginx, Expected::payUrls('aurpay', $made['answered']))];
    }

    /** @return array{failed: int, connections: int} */
    private static function reloaded(Session $session): array
    {
        $nginx = new Nginx($session->tools, log: Log::Requests);
        $fpm = new Fpm($session->tools, $session->php, self::WORKERS);
        $made = (new WebRequests($fpm, 'call.php', $nginx->settings()))->make(2000, self::WORKERS, $fpm->reload(...));

        return ['failed' => $made['failed'], 'connections' => self::connections($nginx, Expected::payUrls('aurpay', $made['answered']))];
    }

    /** @return array{s: float, connections: int, peak: int} */
    private static function reconciled(Session $session, Network $network, int $concurrency): array
    {
        $orders = $session->scale(10_000, 500);
        $nginx = new Nginx($session->tools, network: $network, log: Log::Requests);
        $command = $network->atClient($session->php->program('reconcile.php', $concurrency, $orders));
        $made = Command::numbers($command, $nginx->settings(http2: true));

        return [
            's' => $made['nanoseconds'] / 1e9,
            'connections' => self::connections($nginx, Expected::details('aurpay', (new Orders())->ids($orders), 'HTTP/2.0')),
            'peak' => (int) $made['peak'],
        ];
    }

    /** Fails unless the server saw each call once. */
    private static function connections(Nginx $nginx, Expected $expected): int
    {
        return LoggedRequest::connections($nginx->requests($expected));
    }
}
