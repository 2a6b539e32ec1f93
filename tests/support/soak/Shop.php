<?php

declare(strict_types=1);

namespace AurpayTest\Soak;

use AurpayTest\Fpm;

/** A shop on a php-fpm of its own. Every web request to it is a callback of the gateway, and makes calls too. */
final class Shop
{
    public const URL = 'https://shop.test';
    private const SCRIPT = 'page.php';

    /** How many visits of a worker warm it up. */
    private const WARM_UP = 10;

    /** @var array<int, array{others: Trend, connections: Trend, memory: Trend, requests: Trend}> by worker */
    private array $trends = [];

    private int $master = 0;
    private int $visits = 0;

    public function __construct(
        public readonly string $name,
        public readonly Fpm $fpm,
        private readonly int $count,
        private readonly Gateway $gateway,
    ) {}

    /** @param float $timeout of each call, in seconds */
    public function visit(int $number, float $timeout): Visit
    {
        $this->visits++;
        // The workers take turns, and each must use both versions of HTTP and make calls of all kinds.
        $protocol = 1 + intdiv($this->visits, 2) % 2;
        $query = [
            'number' => $number,
            'protocol' => $protocol,
            'details' => (int) ($this->visits % 3 === 0),
            'walk' => (int) ($this->visits % 5 === 0),
            'timeout' => sprintf('%.1f', $timeout),
        ];
        $body = json_encode(['order_id' => "v{$number}-paid", 'status' => 'PENDING'], JSON_THROW_ON_ERROR);
        $headers = ['Content-Type' => 'application/json'] + $this->callbackHeaders(self::url($query));

        return new Visit($number, $this, $protocol, $this->fpm->begin(self::SCRIPT, $query, 'POST', $body, $headers));
    }

    public function add(Visit $visit): void
    {
        $this->master = $this->master ?: Processes::parent($visit->process);
        $this->trends[$visit->process] ??= [
            'others' => new Trend(self::WARM_UP),
            'connections' => new Trend(self::WARM_UP),
            'memory' => new Trend(self::WARM_UP),
            'requests' => new Trend(self::WARM_UP),
        ];
        $trends = $this->trends[$visit->process];
        $trends['others']->add($visit->descriptors);
        $trends['connections']->add($visit->connections);
        $trends['memory']->add($visit->kilobytes);
        $trends['requests']->add($visit->requests);
    }

    /** @return list<int> the workers of now; empty while they are being replaced */
    public function workers(): array
    {
        $workers = $this->master === 0 ? [] : Processes::children($this->master);

        return count($workers) === $this->count ? $workers : [];
    }

    /** @return array{others: Trend, connections: Trend, memory: Trend, requests: Trend}|null */
    public function trends(int $worker): ?array
    {
        return $this->trends[$worker] ?? null;
    }

    /**
     * The headers that the platform sends, with the time of the platform.
     *
     * @return array<string, string>
     */
    private function callbackHeaders(string $url): array
    {
        $date = gmdate('Y-m-d\TH:i:s\Z');
        $signature = hash_hmac('sha256', "{$date} | {$url}", $this->gateway->info('api_secret'), true);

        return [
            'Callback-Token' => $this->gateway->info('api_token'),
            'Date' => $date,
            'Signature' => base64_encode($signature),
        ];
    }

    /** @param array<string, string|int> $query */
    private static function url(array $query): string
    {
        return self::URL . '/' . self::SCRIPT . '?' . http_build_query($query);
    }
}
