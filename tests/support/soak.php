<?php

/*
 * Lets the sandbox and the test servers run for some minutes: the sandboxes sell, pay and call back all the time, the
 * other servers are idle. Afterwards all of them must still work. See scripts/soak.sh.
 *
 * usage: php soak.php SECONDS
 */

declare(strict_types=1);

namespace AurpayTest;

require_once __DIR__ . '/harness.php';

final class Soak
{
    /** How much memory a supervisor may gain in the second half. */
    private const KILOBYTES = 4096;

    /** @var array<string, Sandbox> */
    private array $sandboxes;

    /** @var array<string, Server> the idle ones */
    private array $idle;

    private readonly FaultServer $shop;
    private int $sold = 0;
    private int $passed = 0;
    private int $failed = 0;

    public function __construct()
    {
        $this->shop = fault_server();
        $this->sandboxes = ['the sandbox' => sandbox(), 'the sandbox with TLS' => sandbox('--tls')];
        $this->idle = [
            'the fault server' => fault_server(),
            'the fault server with HTTP/2' => fault_server('--http2'),
            'nginx' => nginx(),
            'the proxy' => proxy(),
        ];
    }

    public function run(int $seconds): bool
    {
        $memory = [];
        $end = microtime(true) + $seconds;
        for ($half = 1; $half <= 2; $half++) {
            while (microtime(true) < $end - (2 - $half) * $seconds / 2) {
                $this->sellAtAll();
                usleep(250_000);
            }
            $memory[$half] = array_map(self::kilobytes(...), $this->sandboxes);
        }
        foreach ($this->sandboxes as $name => $sandbox) {
            $this->checkSandbox($name, $sandbox, $memory[2][$name] - $memory[1][$name]);
        }
        foreach ($this->idle as $name => $server) {
            $this->check("{$name} answers", self::answers($server));
        }
        $called = count($this->shop->log());
        $this->check("all {$this->sold} payments were called back, {$called} times", $called === $this->sold);
        $this->stop();
        echo "{$this->passed} passed, {$this->failed} failed\n";

        return $this->failed === 0;
    }

    private function sellAtAll(): void
    {
        foreach ($this->sandboxes as $name => $sandbox) {
            try {
                $this->sell($sandbox);
                $this->sold++;
            } catch (\Throwable $failure) {
                $this->check("{$name} after {$this->sold} payments: {$failure->getMessage()}", false);
                unset($this->sandboxes[$name]);
            }
        }
    }

    private function sell(Sandbox $sandbox): void
    {
        $body = json_encode([
            'chain' => 'ETH',
            'currency' => 'USDT-ERC20',
            'vs_price' => 18,
            'vs_currency' => 'USD',
            'callback_url' => "{$this->shop->baseUri}/{$this->sold}",
            'enable_post_callback' => true,
        ], JSON_THROW_ON_ERROR);
        $headers = ['API-Key' => $sandbox->info('api_key'), 'Content-Type' => 'application/json'];
        $order = $sandbox->request('POST', '/api/order/pay-info', $body, $headers);
        $answer = $order->json();
        $id = is_array($answer) && is_array($answer['data'] ?? null) ? $answer['data']['order_id'] ?? null : null;
        if (!is_string($id)) {
            throw new \RuntimeException("{$order->status} {$order->body}");
        }
        $sandbox->control('POST', '/pay', ['order_id' => $id]);
        $detail = $sandbox->request('GET', "/api/v2/order/detail/{$id}", null, $headers)->body;
        if (!str_contains($detail, '"SUCCESS"')) {
            throw new \RuntimeException($detail);
        }
    }

    private function checkSandbox(string $name, Sandbox $sandbox, int $more): void
    {
        for ($i = 0; $i < 600 && self::hasPendingCallbacks($sandbox); $i++) {
            usleep(100_000);
        }
        $this->check("{$name} lives, and its callbacks are delivered", $i < 600);
        $this->check("its supervisor takes {$more} kB more than at half time", $more <= self::KILOBYTES);
    }

    private static function hasPendingCallbacks(Sandbox $sandbox): bool
    {
        return str_contains(json_encode($sandbox->control('GET', '/callbacks'), JSON_THROW_ON_ERROR), '"pending"');
    }

    /** The resident memory of the process that the sandbox names. */
    private static function kilobytes(Sandbox $sandbox): int
    {
        $status = @file_get_contents("/proc/{$sandbox->info('pid')}/status");

        return preg_match('/^VmRSS:\s+(\d+) kB$/m', (string) $status, $match) === 1 ? (int) $match[1] : 0;
    }

    private static function answers(Server $server): bool
    {
        if ($server instanceof Proxy) {
            return $server->log() === [];
        }

        return Http::request('GET', "{$server->baseUri}/x", null, [], $server->caFile)->status === 200;
    }

    private function check(string $what, bool $isSo): void
    {
        $isSo ? $this->passed++ : $this->failed++;
        echo $isSo ? 'ok    ' : 'FAIL  ', $what, "\n";
    }

    private function stop(): void
    {
        foreach ([...$this->sandboxes, ...$this->idle, 'shop' => $this->shop] as $server) {
            $server->stop();
        }
    }
}

exit((new Soak())->run(max(1, (int) ($argv[1] ?? '0'))) ? 0 : 1);
