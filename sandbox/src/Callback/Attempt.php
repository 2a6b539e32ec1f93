<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Callback;

use Aurpay\Sandbox\Http\Redaction;
use Aurpay\Sandbox\Net\Host;
use Aurpay\Sandbox\Services;
use Aurpay\Sandbox\Store\CallbackAttempt;
use Aurpay\Sandbox\Store\Row;

/**
 * One sending of a callback: its transfer, and what the shop answers.
 */
final class Attempt
{
    private const TIMEOUT_MS = 10_000;

    public readonly \CurlHandle $handle;
    public readonly int $callbackId;
    private readonly string $at;
    private readonly ShopAnswer $answer;

    /**
     * @param array<string, string> $headers
     * @param Variant|null          $variant null for a callback that waits in the queue
     */
    public function __construct(
        public readonly Services $services,
        Row $callback,
        private readonly array $headers,
        public readonly ?Variant $variant,
    ) {
        $this->callbackId = $callback->int('id');
        $this->at = $services->clock->stamp();
        $this->handle = curl_init();
        $this->answer = $answer = new ShopAnswer();
        $lines = ['Accept: */*', 'Expect:'];
        foreach ($headers as $name => $value) {
            $lines[] = "$name: $value";
        }
        $body = $callback->textOrNull('body');
        if ($body !== null) {
            $lines[] = 'Content-Type: application/json';
            curl_setopt_array($this->handle, [CURLOPT_POST => true, CURLOPT_POSTFIELDS => $body]);
        }
        $url = $callback->text('url');
        curl_setopt_array($this->handle, [
            CURLOPT_URL => $url !== '' ? $url : throw new \LogicException('A callback without a URL is not sent'),
            CURLOPT_HTTPHEADER => $lines,
            CURLOPT_USERAGENT => 'aurpay-sandbox',
            CURLOPT_FOLLOWLOCATION => false,
            // The signature covers the URL as the shop gave it.
            CURLOPT_PATH_AS_IS => true,
            CURLOPT_PROXY => '',
            CURLOPT_FORBID_REUSE => true,
            CURLOPT_TIMEOUT_MS => self::TIMEOUT_MS,
            CURLOPT_NOSIGNAL => true,
            CURLINFO_HEADER_OUT => true,
            // Not $this: it refers to the handle, and curl_reset() does not free these. Such a circle would keep the
            // files of a merchant's world open until PHP collects its garbage.
            CURLOPT_HEADERFUNCTION => static fn (\CurlHandle $handle, string $line): int => $answer->receiveHeader($line),
            CURLOPT_WRITEFUNCTION => static fn (\CurlHandle $handle, string $bytes): int => $answer->receiveBody($bytes),
        ]);
    }

    /**
     * Says how to connect.
     *
     * @param string|null $address instead of looking up the URL's host
     * @param string|null $shopCa  the CA of https shops
     */
    public function connect(?string $address, ?string $shopCa): void
    {
        if ($address !== null) {
            curl_setopt($this->handle, CURLOPT_CONNECT_TO, ['::' . Host::inUrl($address) . ':']);
        }
        if ($shopCa !== null && $shopCa !== '') {
            curl_setopt($this->handle, CURLOPT_CAINFO, $shopCa);
        }
    }

    /**
     * The record of the attempt, after its transfer has ended.
     *
     * @param list<string> $secrets which the shop's answer may repeat
     */
    public function finish(int $result, array $secrets): CallbackAttempt
    {
        $status = curl_getinfo($this->handle, CURLINFO_RESPONSE_CODE);
        $mask = static fn (string $text): string => Redaction::text($text, $secrets);


        return new CallbackAttempt(
            $this->at,
            $this->headers['Date'] ?? '',
            $status === 0 ? null : $status,
            $result === CURLE_OK ? null : (string) curl_strerror($result),
            (int) (curl_getinfo($this->handle, CURLINFO_TOTAL_TIME) * 1000),
            $this->variant?->words(),
            $this->sentHeaders(),
            $this->answer->headers === null ? null : array_map($mask, Redaction::headers($this->answer->headers)),
            $mask($this->answer->body),
            $this->answer->bytes,
        );
    }

    /**
     * The headers as curl has sent them, masked. Null if it has sent nothing.
     *
     * @return array<string, string>|null
     */
    private function sentHeaders(): ?array
    {
        $sent = curl_getinfo($this->handle, CURLINFO_HEADER_OUT);
        $headers = null;
        foreach (is_string($sent) ? explode("\r\n", $sent) : [] as $line) {
            if (str_contains($line, ':')) {
                [$name, $value] = explode(':', $line, 2);
                $headers[strtolower($name)] = trim($value);
            }
        }

        return $headers === null ? null : Redaction::headers($headers);
    }
}
