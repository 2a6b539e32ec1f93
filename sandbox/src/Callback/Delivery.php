<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Callback;

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
    private const PARALLEL = 8;
    private const TIMEOUT_MS = 10_000;

    private readonly \CurlMultiHandle $multi;
    private readonly Resolver $resolver;
    /** @var array<int, array{handle: \CurlHandle, id: int, date: string, at: string}> */
    private array $active = [];

    public function __construct(
        private readonly Services $services,
        private readonly ?string $shopCa,
        private readonly Destinations $destinations,
    ) {
        $this->multi = curl_multi_init();
        $this->resolver = new Resolver();
        $services->callbacks->recover();
    }

    /** Starts callbacks that are due, records those that have ended, and waits for up to $waitMs. */
    public function tick(int $waitMs): void
    {
        $free = self::PARALLEL - count($this->active);
        foreach ($free > 0 ? $this->services->callbacks->due($free) : [] as $callback) {
            $this->begin($callback);
        }
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

    private function begin(Row $callback): void
    {
        $id = $callback->int('id');
        $url = $callback->text('url');
        $merchant = $this->services->merchants->byUserId($callback->text('user_id'));
        $host = $this->destinations->host($url);
        if ($merchant === null || $host === null || $url === '') {
            $this->refuse($id, $url);

            return;
        }
        if (Destinations::isThisMachine($host)) {
            $this->send($callback, $merchant, $url, null);
        } else {
            $this->beginElsewhere($callback, $merchant, $url, $host);
        }
    }

    /**
     * @param non-empty-string $url
     */
    private function beginElsewhere(Row $callback, Merchant $merchant, string $url, string $host): void
    {
        $id = $callback->int('id');
        $addresses = Host::isAddress($host) ? [$host] : $this->resolver->addresses($host);
        if ($addresses === null) {
            // The callback is still due, so the next tick() asks again.
            return;
        }
        $allowed = $this->destinations->allowedOf($host, $addresses);
        if ($allowed !== []) {
            // Each attempt takes the next address, as a shop may listen on only one of them.
            $this->send($callback, $merchant, $url, $allowed[$callback->int('tries') % count($allowed)]);
        } elseif ($addresses !== []) {
            $this->refuse($id, $url);
        } else {
            $this->services->callbacks->markSending($id);
            $at = $this->services->clock->stamp();
            $this->services->callbacks->recordAttempt($id, $at, '', null, "no address found for $host", 0);
        }
    }

    /**
     * @param non-empty-string $url
     * @param string|null      $address to connect to; null: whatever the URL says
     */
    private function send(Row $callback, Merchant $merchant, string $url, ?string $address): void
    {
        $id = $callback->int('id');
        $at = $this->services->clock->stamp();
        $date = $this->services->callbacks->dateFor($callback) ?? $this->services->clock->signatureDate();
        $headers = Signer::headers($merchant, $url, $date);
        $body = $callback->textOrNull('body');
        $handle = $this->handle($url, $headers, $body);
        if ($address !== null) {
            curl_setopt($handle, CURLOPT_CONNECT_TO, ['::' . Host::inUrl($address) . ':']);
        }
        $this->services->callbacks->markSending($id);
        $this->services->traffic?->addCallback($url, $headers, $body, $at);
        $this->active[spl_object_id($handle)] = ['handle' => $handle, 'id' => $id, 'date' => $date, 'at' => $at];
        curl_multi_add_handle($this->multi, $handle);
    }

    private function refuse(int $id, string $url): void
    {
        $this->services->callbacks->refuse($id, $this->services->clock->stamp(), $this->destinations->refusal($url));
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
        $this->services->callbacks->recordAttempt(
            $call['id'],
            $call['at'],
            $call['date'],
            $status === 0 ? null : $status,
            $result === CURLE_OK ? null : (string) curl_strerror($result),
            $took,
        );
    }
}
