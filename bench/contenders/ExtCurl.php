<?php

declare(strict_types=1);

namespace AurpayBench\Contender;

/** ext-curl by hand: one easy handle whose options are set once, and curl_multi for more than one request. */
class ExtCurl extends Contender
{
    private const PAY_URL_TARGET = '/api/order/pay-url';

    private \CurlHandle $handle;

    public function createPayUrl(): array
    {
        $body = self::body();
        [$date, $digest, $signature] = $this->sign('POST', self::PAY_URL_TARGET, $body);
        curl_setopt($this->handle, CURLOPT_HTTPHEADER, [
            'Accept: application/json',
            'Content-Type: application/json',
            "API-Token: {$this->token}",
            'Algorithm: HMAC-SHA256',
            "Date: {$date}",
            "Body-MD5: {$digest}",
            "Signature: {$signature}",
        ]);
        curl_setopt($this->handle, CURLOPT_POSTFIELDS, $body);
        $answer = curl_exec($this->handle);
        if (!is_string($answer)) {
            throw new \RuntimeException(curl_error($this->handle));
        }

        return self::open(curl_getinfo($this->handle, CURLINFO_RESPONSE_CODE), $answer);
    }

    public function orderDetails(array $orderIds): array
    {
        $multi = curl_multi_init();
        $waiting = $orderIds;
        $details = array_fill_keys($orderIds, []);
        for ($inFlight = 0; $inFlight < self::CONCURRENCY && $waiting !== []; $inFlight++) {
            $this->send($multi, $this->handle(), array_shift($waiting));
        }
        while ($inFlight > 0) {
            curl_multi_exec($multi, $running);
            while (($handle = self::finished($multi)) !== null) {
                /** @var string $orderId */
                $orderId = curl_getinfo($handle, CURLINFO_PRIVATE);
                $details[$orderId] = self::read($handle);
                curl_multi_remove_handle($multi, $handle);
                $inFlight--;
                if ($waiting !== []) {
                    $this->send($multi, $handle, array_shift($waiting));
                    $inFlight++;
                }
            }
            curl_multi_select($multi, 0.1);
        }

        return $details;
    }

    protected function setUp(): void
    {
        $this->handle = $this->handle();
        curl_setopt($this->handle, CURLOPT_URL, $this->baseUri . self::PAY_URL_TARGET);
    }

    private static function finished(\CurlMultiHandle $multi): ?\CurlHandle
    {
        $message = curl_multi_info_read($multi);
        $handle = is_array($message) ? $message['handle'] ?? null : null;

        return $handle instanceof \CurlHandle ? $handle : null;
    }

    private function send(\CurlMultiHandle $multi, \CurlHandle $handle, string $orderId): void
    {
        $target = self::detailTarget($orderId);
        [$date, , $signature] = $this->sign('GET', $target);
        curl_setopt_array($handle, [
            CURLOPT_URL => $this->baseUri . $target,
            CURLOPT_HTTPHEADER => [
                'Accept: application/json',
                'Content-Type: application/json',
                "API-Token: {$this->token}",
                'Algorithm: HMAC-SHA256',
                "Date: {$date}",
                // libcurl sends a header without a value in this form.
                'Body-MD5;',
                "Signature: {$signature}",
            ],
            CURLOPT_PRIVATE => $orderId,
            // Waits for the first connection rather than opening one for each request.
            CURLOPT_PIPEWAIT => true,
        ]);
        curl_multi_add_handle($multi, $handle);
    }

    protected function handle(): \CurlHandle
    {
        $handle = curl_init();
        if ($handle === false) {
            throw new \RuntimeException('no handle');
        }
        curl_setopt_array($handle, [
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_CAINFO => $this->caFile,
            CURLOPT_SSL_VERIFYPEER => true,
            CURLOPT_SSL_VERIFYHOST => 2,
            CURLOPT_ENCODING => '',
            CURLOPT_CONNECTTIMEOUT => 10,
            CURLOPT_TIMEOUT => 30,
        ]);

        return $handle;
    }

    /** @return array<mixed> */
    private static function read(\CurlHandle $handle): array
    {
        return self::open(
            curl_getinfo($handle, CURLINFO_RESPONSE_CODE),
            curl_multi_getcontent($handle) ?? throw new \RuntimeException(curl_error($handle)),
        );
    }
}
