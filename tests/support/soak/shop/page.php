<?php

/*
 * A page of the soak's shop: it verifies the callback that the web request is, makes calls, and answers with what came
 * of each of them, and with what the worker holds.
 *
 * Query: number, of the visit; protocol, 1 or 2, of HTTP; timeout, in seconds; details and walk, 1 to make those calls
 * too. Settings: AURPAY_SOAK_SETTINGS.
 */

declare(strict_types=1);

namespace AurpayTest\Soak\Shop;

use Aurpay\Callback;
use Aurpay\Client;
use Aurpay\Credentials;

/**
 * @phpstan-type Settings array{
 *     base_uri: string, http1_uri: string, ca_file: string, api_key: string, api_token: string, api_secret: string,
 *     url: string, listed: int, ports: list<int>
 * }
 */
final class Page
{
    /** Over HTTP/1.1 as many connections. With that of HTTP/2, they are fewer than the pool keeps. */
    private const DETAILS = 6;

    /** @var list<array{method: string, id: string, outcome: string, reason: string, message: string}> */
    private array $calls = [];

    /** @var array<string, true> */
    private array $remarks = [];

    private readonly Client $client;
    private readonly Client $signing;

    /** @param Settings $settings */
    public function __construct(
        private readonly array $settings,
        private readonly int $number,
        int $protocol,
        float $timeout,
    ) {
        $options = [
            'base_uri' => $settings[$protocol === 2 ? 'base_uri' : 'http1_uri'],
            'ca_file' => $settings['ca_file'],
            'timeout' => $timeout,
        ];
        $this->client = new Client($settings['api_key'], $options);
        $this->signing = new Client(Credentials::signature($settings['api_token'], $settings['api_secret']), $options);
    }

    public function run(bool $withDetails, bool $withWalk): void
    {
        $this->call('verify', '', $this->verify(...));
        $this->call('detail', '', fn () => $this->detail("v{$this->number}-paid"));
        $this->call('createPayInfo', "v{$this->number}-new", $this->order(...));
        $this->call('refund', "v{$this->number}-refund", $this->refund(...));
        if ($withDetails) {
            $this->call('details', '', $this->details(...));
        }
        if ($withWalk) {
            $this->call('each', '', $this->walk(...));
        }
    }

    /** @return array<string, mixed> */
    public function told(): array
    {
        [$connections, $others] = $this->descriptors();
        // Not VmRSS, which also grows with each page of a library that is used for the first time.
        preg_match('/^RssAnon:\s+(\d+) kB$/m', (string) file_get_contents('/proc/self/status'), $memory);

        return [
            'process' => getmypid(),
            'descriptors' => $others,
            'connections' => $connections,
            'kilobytes' => (int) ($memory[1] ?? 0),
            'requests' => Client::stats()['requests'],
            'opened' => Client::stats()['connections_opened'],
            'calls' => $this->calls,
            'remarks' => array_keys($this->remarks),
        ];
    }

    private function verify(): void
    {
        $callback = new Callback($this->settings['api_token'], $this->settings['api_secret']);
        $uri = $_SERVER['REQUEST_URI'];
        $body = $callback->verify(
            $this->settings['url'] . (is_string($uri) ? $uri : ''),
            $_SERVER,
            (string) file_get_contents('php://input'),
        );
        self::expect($body['order_id'] ?? null, "v{$this->number}-paid");
    }

    private function detail(string $id): void
    {
        $order = $this->signing->orders()->detail($id);
        self::expect([$order['order_id'], $order['amount']], [$id, '18.0098']);
        $this->remarks[$order['remark']] = true;
    }

    private function order(): void
    {
        $id = "v{$this->number}-new";
        $order = $this->client->orders()->createPayInfo([
            'chain' => 'ETH',
            'currency' => 'USDT-ERC20',
            'vs_currency' => 'USD',
            'vs_price' => '18.00',
            'callback_url' => "{$this->settings['url']}/paid/{$id}",
        ]);
        self::expect([$order['order_id'], $order['vs_price']], [$id, '18']);
    }

    private function refund(): void
    {
        $id = "v{$this->number}-refund";
        $refund = $this->signing->orders()->refund($id);
        self::expect([$refund['order_id'], $refund['amount']], [$id, '18.0098']);
    }

    private function details(): void
    {
        $ids = array_map(fn (int $i): string => "v{$this->number}-{$i}", range(1, self::DETAILS));
        foreach ($this->client->orders()->details($ids) as $id => $order) {
            if ($order instanceof \Throwable) {
                throw $order;
            }
            self::expect($order['order_id'], $id);
            $this->remarks[$order['remark']] = true;
        }
    }

    private function walk(): void
    {
        $listed = 0;
        foreach ($this->client->orders()->each(['size' => 10]) as $order) {
            self::expect($order['order_id'], "listed-{$listed}");
            $listed++;
        }
        self::expect($listed, $this->settings['listed']);
    }

    /** @param callable(): void $make */
    private function call(string $method, string $id, callable $make): void
    {
        $call = ['method' => $method, 'id' => $id, 'outcome' => 'success', 'reason' => '', 'message' => ''];
        try {
            $make();
        } catch (\Throwable $thrown) {
            $call['outcome'] = substr((string) strrchr('\\' . $thrown::class, '\\'), 1);
            $reason = property_exists($thrown, 'reason') ? $thrown->reason : null;
            $call['reason'] = $reason instanceof \BackedEnum ? (string) $reason->value : '';
            $call['message'] = $thrown->getMessage();
        }
        $this->calls[] = $call;
    }

    private static function expect(mixed $value, mixed $due): void
    {
        if ($value !== $due) {
            throw new \UnexpectedValueException(json_encode($value) . ' instead of ' . json_encode($due));
        }
    }

    /** @return array{int, int} descriptors of connections to the gateway, and others */
    private function descriptors(): array
    {
        $sockets = $this->sockets();
        $counts = [0, 0];
        foreach (scandir('/proc/self/fd') ?: [] as $name) {
            // The one of scandir() itself is closed by now.
            $target = @readlink("/proc/self/fd/{$name}");
            if ($target !== false) {
                $counts[isset($sockets[$target]) ? 0 : 1]++;
            }
        }

        return $counts;
    }

    /** @return array<string, true> the sockets whose peer is the gateway, in any state */
    private function sockets(): array
    {
        $sockets = [];
        foreach (array_slice(file('/proc/self/net/tcp') ?: [], 1) as $line) {
            $fields = preg_split('/\s+/', trim($line)) ?: [];
            $peer = explode(':', $fields[2] ?? '')[1] ?? '';
            if (in_array((int) hexdec($peer), $this->settings['ports'], true)) {
                $sockets['socket:[' . ($fields[9] ?? '') . ']'] = true;
            }
        }

        return $sockets;
    }
}

/** @var array{number: string, protocol: string, timeout: string, details: string, walk: string} $query */
$query = $_GET;
/**
 * @var array{
 *     base_uri: string, http1_uri: string, ca_file: string, api_key: string, api_token: string, api_secret: string,
 *     url: string, listed: int, ports: list<int>
 * } $settings
 */
$settings = json_decode((string) getenv('AURPAY_SOAK_SETTINGS'), true, 16, JSON_THROW_ON_ERROR);
$page = new Page($settings, (int) $query['number'], (int) $query['protocol'], (float) $query['timeout']);
$page->run($query['details'] === '1', $query['walk'] === '1');
echo json_encode($page->told(), JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE);
