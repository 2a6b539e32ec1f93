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

    private Nginx $nginx;

    /** @param 'rsa'|'ecdsa' $certificate */
    public function __construct(private Session $session, string $certificate = 'rsa')
    {
        $fpm = new Fpm($session->tools, $session->php, self::WORKERS);
        $this->nginx = new Nginx($session->tools, $certificate, pages: $fpm);
    }

    /**
     * @param array<string, string> $pages by label
     * @return array<string, non-empty-array<string, Sample>> requests/s, p50 ms and p99 ms, each by label
     */
    public function measure(array $pages, int $connections): array
    {
        $seconds = $this->session->scale(self::SECONDS, 1);
        $loads = [];
        foreach ($pages as $label => $script) {
            $page = $this->nginx->page($script);
            if ($label !== Pages::EMPTY) {
                self::expectPayUrl($page);
            }
            $loads[$label] = static fn (): array => Wrk::loadWarm($page, $connections, $seconds);
        }

        return $this->session->interleave(self::REPETITIONS, $loads);
    }

    private static function expectPayUrl(string $page): void
    {
        $answer = (string) file_get_contents($page);
        if (!str_contains($answer, 'https://dashboard.aurpay.net/')) {
            throw new Failure("{$page} answers {$answer}");
        }
    }
}
