<?php

declare(strict_types=1);

namespace AurpayBench;

use AurpayBench\Server\{Fpm, Orders};
use AurpayTest\FastCgi;

/** Many web requests to a php-fpm, some at a time. */
final class WebRequests
{
    private int $answered = 0;
    private int $failed = 0;

    /** @var array<int, FastCgi> */
    private array $inFlight = [];

    /** @param array<string, string> $settings */
    public function __construct(
        private readonly Fpm $fpm,
        private readonly string $page,
        private readonly array $settings,
    ) {}

    /**
     * @param \Closure(): void|null $halfway is called when half of them are sent
     * @return array{answered: int, failed: int} failed: the page could not be shown, because its call failed
     */
    public function make(int $count, int $atOnce, ?\Closure $halfway = null): array
    {
        for ($sent = 0; $sent < $count; $sent++) {
            if ($sent === intdiv($count, 2) && $halfway !== null) {
                $halfway();
            }
            while (count($this->inFlight) >= $atOnce) {
                $this->takeAnswers();
            }
            $this->inFlight[] = $this->fpm->begin($this->page, $this->settings);
        }
        while ($this->inFlight !== []) {
            $this->takeAnswers();
        }

        return ['answered' => $this->answered, 'failed' => $this->failed];
    }

    private function takeAnswers(): void
    {
        $readable = array_map(static fn (FastCgi $request) => $request->stream(), $this->inFlight);
        $nothing = null;
        if ((int) stream_select($readable, $nothing, $nothing, FastCgi::TIMEOUT) === 0) {
            throw new Failure("php-fpm does not answer {$this->page}");
        }
        foreach (array_keys($readable) as $i) {
            $response = $this->inFlight[$i]->response();
            $isShown = $response->status === 200 && Orders::isPayUrlIn($response->body);
            $this->answered += $isShown ? 1 : 0;
            $this->failed += $isShown ? 0 : 1;
            unset($this->inFlight[$i]);
        }
    }
}
