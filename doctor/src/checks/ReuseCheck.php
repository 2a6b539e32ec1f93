<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** Whether a worker's second web request uses the connection of its first. */
final class ReuseCheck implements Check
{
    /** So many requests that one of a dozen workers serves two. */
    private const REQUESTS = 24;

    public function __construct(private readonly Web $web, private readonly Settings $settings) {}

    public function name(): string
    {
        return 'reuse';
    }

    public function about(): string
    {
        return 'a connection outlives the web request (--url, --fpm)';
    }

    public function needsExtension(): bool
    {
        return false;
    }

    public function findings(): iterable
    {
        $obstacle = $this->web->obstacle()
            ?? (Probe::options($this->settings->clientOptions()) === null ? "the proxy's password is not written to a page" : null);
        if ($obstacle !== null) {
            return [Finding::skipped($obstacle)];
        }
        try {
            $facts = $this->web->facts();

            return [match (true) {
                $facts['loaded'] !== true => Finding::skipped('the extension is not loaded there'),
                ($facts['idle_connections'] ?? null) === 0 => Finding::skipped('aurpay.max_idle_connections is 0 there'),
                default => $this->look(),
            }];
        } catch (\RuntimeException) {
            return [Finding::skipped('the web server does not answer; see the check web')];
        }
    }

    /** @throws \RuntimeException if the page does not answer */
    private function look(): Finding
    {
        $seen = [];
        for ($i = 1; $i <= self::REQUESTS; $i++) {
            $answer = $this->web->call();
            $worker = is_int($answer['process'] ?? null) ? $answer['process'] : 0;
            if (($answer['status'] ?? 0) === 0) {
                return Finding::skipped('the gateway does not answer the web server');
            }
            if (($answer['reused'] ?? false) === true) {
                return Finding::good("worker {$worker} used its connection again, in request {$i}");
            }
            if ($worker === 0) {
                return Finding::skipped('the web server does not tell its workers apart: see disable_functions, getmypid');
            }
            if (isset($seen[$worker])) {
                return Finding::problem('web-not-reused', "worker {$worker} opened a connection in both of its requests");
            }
            $seen[$worker] = true;
        }

        return Finding::skipped(self::REQUESTS . ' requests were served by as many workers, none of which was seen again');
    }
}
