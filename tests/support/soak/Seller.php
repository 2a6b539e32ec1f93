<?php

declare(strict_types=1);

namespace AurpayTest\Soak;

use AurpayTest\FaultServer;
use AurpayTest\HttpResponse;
use AurpayTest\Sandbox;

/** Sells at one sandbox, and knows what must be in its books afterwards. */
final class Seller
{
    /** One order in so many is refunded. */
    private const REFUNDED = 4;

    private int $sold = 0;
    private int $refunded = 0;
    private readonly Trend $supervisor;
    private readonly Trend $memory;
    private readonly Trend $descriptors;
    private readonly Trend $processes;

    /** @param int $warmUp how many orders warm it up */
    public function __construct(
        public readonly string $name,
        public readonly Sandbox $sandbox,
        private readonly FaultServer $shop,
        int $warmUp,
    ) {
        $this->supervisor = new Trend($warmUp);
        $this->memory = new Trend($warmUp);
        $this->descriptors = new Trend($warmUp);
        $this->processes = new Trend($warmUp);
    }

    /** Sells an order, which is paid and called back; and looks at the sandbox's processes. */
    public function sell(): void
    {
        $this->sold++;
        $order = $this->call('POST', '/api/order/pay-info', [
            'chain' => 'ETH',
            'currency' => 'USDT-ERC20',
            'vs_price' => 18,
            'vs_currency' => 'USD',
            'callback_url' => "{$this->shop->baseUri}{$this->path($this->sold)}",
            'enable_post_callback' => true,
        ]);
        $id = $order['order_id'] ?? null;
        is_string($id) || throw new Stopped("{$this->name} sold order {$this->sold} without an id");
        $this->sandbox->control('POST', '/pay', ['order_id' => $id]);
        $this->expect($id, 'SUCCESS');
        if ($this->sold % self::REFUNDED === 0) {
            $this->refunded++;
            $this->call('POST', "/api/v2/order/refund/{$id}");
            $this->expect($id, 'REFUNDED');
        }
        $this->look();
    }

    public function check(Report $report, int $kilobytes, int $descriptors): void
    {
        for ($i = 0; $i < 600 && $this->hasPendingCallbacks(); $i++) {
            usleep(100_000);
        }
        $report->check("{$this->name} lives, and its callbacks are delivered", $i < 600);
        $report->check("each of its {$this->sold} orders was made once: {$this->total()}", $this->total() === $this->sold);
        $refunds = $this->total('?status=REFUNDED');
        $report->check("each of its {$this->refunded} refunds was made once: {$refunds}", $refunds === $this->refunded);
        $report->check('each payment was called back once', $this->areAllCalledBackOnce());
        $report->check(
            "its supervisor takes {$this->supervisor->describe()} kB, its other processes {$this->memory->describe()} kB at most",
            $this->supervisor->isFlat($kilobytes) && $this->memory->isFlat($kilobytes),
        );
        $report->check(
            "its {$this->processes->describe()} processes have {$this->descriptors->describe()} descriptors at most",
            $this->processes->isFlat(2) && $this->descriptors->isFlat($descriptors),
        );
        $report->check('it has no zombies', $this->hasNoZombies());
    }

    private function look(): void
    {
        $supervisor = (int) $this->sandbox->info('pid');
        $processes = Processes::descendants($supervisor);
        $this->processes->add(count($processes));
        $this->supervisor->add(Processes::kilobytes($supervisor));
        $this->memory->add(max(0, ...array_map(Processes::kilobytes(...), $processes)));
        $this->descriptors->add(max(0, ...array_map(Processes::descriptors(...), [$supervisor, ...$processes])));
    }

    /** A process that has just ended is a zombie for a moment. */
    private function hasNoZombies(): bool
    {
        for ($i = 0; $i < 300; $i++) {
            if (Processes::zombies(...Processes::descendants((int) $this->sandbox->info('pid'))) === []) {
                return true;
            }
            usleep(100_000);
        }

        return false;
    }

    private function areAllCalledBackOnce(): bool
    {
        $called = array_count_values(array_map(
            static fn (array $request): string => is_string($request['target']) ? $request['target'] : '',
            $this->shop->log(),
        ));
        for ($number = 1; $number <= $this->sold; $number++) {
            if (($called[$this->path($number)] ?? 0) !== 1) {
                return false;
            }
        }

        return true;
    }

    private function hasPendingCallbacks(): bool
    {
        return str_contains(json_encode($this->sandbox->control('GET', '/callbacks'), JSON_THROW_ON_ERROR), '"pending"');
    }

    private function total(string $filter = ''): int
    {
        $total = $this->call('GET', "/api/v2/order/{$filter}")['total'] ?? null;

        return is_int($total) ? $total : -1;
    }

    private function expect(string $id, string $status): void
    {
        $order = $this->call('GET', "/api/v2/order/detail/{$id}");
        if (($order['status'] ?? null) !== $status) {
            throw new Stopped("{$this->name}, order {$this->sold}: " . json_encode($order));
        }
    }

    /** Of the callback URL of an order. */
    private function path(int $number): string
    {
        return "/{$this->sandbox->port()}/{$number}";
    }

    /**
     * Returns the envelope's data.
     *
     * @param array<string, mixed> $body
     *
     * @return array<mixed>
     */
    private function call(string $method, string $target, array $body = []): array
    {
        $headers = ['API-Key' => $this->sandbox->info('api_key'), 'Content-Type' => 'application/json'];
        $json = $body === [] ? null : json_encode($body, JSON_THROW_ON_ERROR);
        try {
            $response = $this->sandbox->request($method, $target, $json, $headers);
        } catch (\RuntimeException $exception) {
            throw new Stopped("{$this->name}, order {$this->sold}: {$exception->getMessage()}");
        }

        return $this->data($response);
    }

    /** @return array<mixed> */
    private function data(HttpResponse $response): array
    {
        $answer = json_decode($response->body, true);
        if (!is_array($answer) || !is_array($answer['data'] ?? null)) {
            throw new Stopped("{$this->name}, order {$this->sold}: {$response->status} {$response->body}");
        }

        return $answer['data'];
    }
}
