<?php

declare(strict_types=1);

namespace AurpayBench;

use AurpayBench\Server\{Fpm, Nginx};

/** Pages under load: wrk, nginx and php-fpm. */
final readonly class PageLoad
{
    private const REPETITIONS = 5;
    private const SECONDS = 5;
    private const WORKERS = 4;

    private Fpm $fpm;
    private Nginx $nginx;

    /** @param 'rsa'|'ecdsa' $certificate */
    public function __construct(private Session $session, string $certificate = 'rsa')
    {
        $this->fpm = new Fpm($session->tools, $session->php, self::WORKERS);
        $this->fpm->worker();
        $this->nginx = new Nginx($session->tools, $certificate, pages: $this->fpm);
    }

    /**
     * @param array<string, string> $pages by label
     * @return array<string, non-empty-array<string, Sample>> requests/s, p50 ms and p99 ms, each by label
     */
    public function measure(array $pages, int $connections): array
    {
        $seconds = $this->session->scale(self::SECONDS, 1);
        $counts = new PageCounts($this->session->tools, $this->session->php);
        $loads = [];
        foreach ($pages as $label => $script) {
            $page = $this->nginx->page($script);
            if ($label !== Pages::EMPTY) {
                $counts->onTheWire($script);
            }
            $loads[$label] = fn (): array => $this->load($page, $connections, $seconds);
        }

        return $this->session->interleave(self::REPETITIONS, $loads);
    }

    /** @return array{'requests/s': float, 'p50 ms': float, 'p99 ms': float} */
    private function load(string $url, int $connections, int $seconds): array
    {
        try {
            return Wrk::loadWarm($url, $connections, $seconds);
        } catch (Failure $failure) {
            throw new Failure("{$url}: {$failure->getMessage()}\n{$this->fpm->errors()}");
        }
    }
}
