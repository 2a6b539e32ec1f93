<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Callback;

use Aurpay\Sandbox\Advice\Warning;
use Aurpay\Sandbox\Net\Host;
use Aurpay\Sandbox\Services;
use Aurpay\Sandbox\Store\Merchant;
use Aurpay\Sandbox\Store\Row;

/**
 * Sends the callbacks that are due. It never blocks: a shop that hangs delays
 * neither other shops' callbacks nor the supervisor.
 */
final class Delivery
{
    /** In each world, and in all worlds. */
    private const PARALLEL = 8;
    private const PARALLEL_TOTAL = 64;
    private const TIMEOUT_MS = 10_000;

    private readonly \CurlMultiHandle $multi;
    private readonly Resolver $resolver;
    /** @var array<int, array{handle: \CurlHandle, services: Services, id: int, date: string, at: string}> */
    private array $active = [];

    public function __construct(private readonly ?string $shopCa, private readonly Destinations $destinations)
    {
        $this->multi = curl_multi_init();
        $this->resolver = new Resolver();
    }

    /** Starts the callbacks of a world that are due. */
    public function beginDue(Services $services): void
    {
        $database = $services->config->database;
        $active = array_filter(
            $this->active,
            static fn (array $call): bool => $call['services']->config->database === $database,
        );
        $free = min(self::PARALLEL - count($active), self::PARALLEL_TOTAL - count($this->active));
        foreach ($free > 0 ? $services->callbacks->due($free) : [] as $callback) {
            $this->begin($services, $callback);
        }
    }

    /** Records the callbacks that have ended, and waits for up to $waitMs. */
    public function tick(int $waitMs): void
    {
        if ($this->active === []) {
            usleep($waitMs * 1000);

            return;
        }
        curl_multi_exec($this->multi, $running);
        if (curl_multi_select($this->multi, $waitMs / 1000) < 1) {
            // curl has nothing to wait for yet, or an error. Sleep, to avoid a busy loop.
            usleep(1000);
        }
        curl_multi_exec($this->multi, $running);
        while (($message = curl_multi_info_read($this->multi)) !== false) {
            $handle = $message['handle'];
            if ($handle instanceof \CurlHandle) {
                $this->finish($handle, is_int($message['result']) ? $message['result'] : 0);
            }
        }
    }

    private function begin(Services $services, Row $callback): void
    {
        $id = $callback->int('id');
        $url = $callback->text('url');
        $merchant = $services->merchants->byUserId($callback->text('user_id'));
        $host = $this->destinations->host($url);
        if ($merchant === null || $host === null || $url === '') {
            $this->refuse($services, $id, $url);

            return;
        }
        if (Destinations::isThisMachine($host)) {
            $this->send($services, $callback, $merchant, $url, null);
        } else {
            $this->beginElsewhere($services, $callback, $merchant, $url, $host);
        }
    }

    /**
     * @param non-empty-string $url
     */
    private function beginElsewhere(
        Services $services,
        Row $callback,
        Merchant $merchant,
        string $url,
        string $host,
    ): void {
        $id = $callback->int('id');
        $addresses = Host::isAddress($host) ? [$host] : $this->resolver->addresses($host);
        if ($addresses === null) {
            // The callback is still due, so the next tick() asks again.
            return;
        }
        $allowed = $this->destinations->allowedOf($host, $addresses);
        if ($allowed !== []) {
            // Each attempt takes the next address, as a shop may listen on only one of them.
            $address = $allowed[$callback->int('tries') % count($allowed)];
            $this->send($services, $callback, $merchant, $url, $address);
        } elseif ($addresses !== []) {
            $this->refuse($services, $id, $url);
        } else {
            $services->callbacks->markSending($id);
            $at = $services->clock->stamp();
            $services->callbacks->recordAttempt($id, $at, '', null, "no address found for $host", 0);
        }
    }

    /**
     * @param non-empty-string $url
     * @param string|null      $address to connect to; null: whatever the URL says
     */
    private function send(
        Services $services,
        Row $callback,
        Merchant $merchant,
        string $url,
        ?string $address,
    ): void {
        $id = $callback->int('id');
        $at = $services->clock->stamp();
        $date = $services->callbacks->dateFor($callback) ?? $services->clock->signatureDate();
        $headers = Signer::headers($merchant, $url, $date);
        $body = $callback->textOrNull('body');
        $handle = $this->handle($url, $headers, $body);
        if ($address !== null) {
            curl_setopt($handle, CURLOPT_CONNECT_TO, ['::' . Host::inUrl($address) . ':']);
        }
        $services->callbacks->markSending($id);
        $services->traffic?->addCallback($url, $headers, $body, $at);
        $this->active[spl_object_id($handle)] = [
            'handle' => $handle,
            'services' => $services,
            'id' => $id,
            'date' => $date,
            'at' => $at,
        ];
        curl_multi_add_handle($this->multi, $handle);
    }

    private function refuse(Services $services, int $id, string $url): void
    {
        $services->callbacks->refuse($id, $services->clock->stamp(), $this->destinations->refusal($url));
    }

    /**
     * @param non-empty-string      $url
     * @param array<string, string> $headers
     */
    private function handle(string $url, array $headers, ?string $body): \CurlHandle
    {
        $handle = curl_init();
        $lines = ['Accept: */*', 'Expect:'];
        foreach ($headers as $name => $value) {
            $lines[] = "$name: $value";
        }
        if ($body !== null) {
            $lines[] = 'Content-Type: application/json';
            curl_setopt_array($handle, [CURLOPT_POST => true, CURLOPT_POSTFIELDS => $body]);
        }
        if ($this->shopCa !== null && $this->shopCa !== '') {
            curl_setopt($handle, CURLOPT_CAINFO, $this->shopCa);
        }
        curl_setopt_array($handle, [
            CURLOPT_URL => $url,
            CURLOPT_HTTPHEADER => $lines,
            CURLOPT_USERAGENT => 'aurpay-sandbox',
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_FOLLOWLOCATION => false,
            // The signature covers the URL as the shop gave it.
            CURLOPT_PATH_AS_IS => true,
            CURLOPT_PROXY => '',
            CURLOPT_FORBID_REUSE => true,
            CURLOPT_TIMEOUT_MS => self::TIMEOUT_MS,
            CURLOPT_NOSIGNAL => true,
        ]);

        return $handle;
    }

    private function finish(\CurlHandle $handle, int $result): void
    {
        $call = $this->active[spl_object_id($handle)];
        unset($this->active[spl_object_id($handle)]);
        $status = curl_getinfo($handle, CURLINFO_RESPONSE_CODE);
        $took = (int) (curl_getinfo($handle, CURLINFO_TOTAL_TIME) * 1000);
        curl_multi_remove_handle($this->multi, $handle);
        try {
            $call['services']->callbacks->recordAttempt(
                $call['id'],
                $call['at'],
                $call['date'],
                $status === 0 ? null : $status,
                $result === CURLE_OK ? null : (string) curl_strerror($result),
                $took,
            );
            if ($status !== 200) {
                $call['services']->warnings->addToCallback($call['id'], self::warning($status, $result), $call['at']);
            }
        } catch (\PDOException $failure) {
            // A merchant's world can be removed meanwhile.
            if (is_file($call['services']->config->database)) {
                throw $failure;
            }
        }
    }

    private static function warning(int $status, int $result): Warning
    {
        $answer = $status === 0
            ? 'did not answer a callback (' . curl_strerror($result) . ')'
            : "answered a callback with $status";

        return new Warning(
            Warning::CALLBACK_NOT_ACCEPTED,
            "The shop $answer. Only 200 is accepted, so the callback is repeated",
        );
    }
}
