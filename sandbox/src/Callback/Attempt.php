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
    /** @var array<string, string>|null lower-case name => value */
    private ?array $answerHeaders = null;
    private int $headerBytes = 0;
    private string $answerBody = '';
    private int $answerBytes = 0;

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
            CURLOPT_HEADERFUNCTION => fn (\CurlHandle $handle, string $line): int => $this->receiveHeader($line),
            CURLOPT_WRITEFUNCTION => fn (\CurlHandle $handle, string $bytes): int => $this->receiveBody($bytes),
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
     * The record of the attempt, after its transfer has ended. Can be called once.
     *
     * @param list<string> $secrets which the shop's answer may repeat
     */
    public function finish(int $result, array $secrets): CallbackAttempt
    {
        $status = curl_getinfo($this->handle, CURLINFO_RESPONSE_CODE);
        $mask = static fn (string $text): string => Redaction::text($text, $secrets);

        $record = new CallbackAttempt(
            $this->at,
            $this->headers['Date'] ?? '',
            $status === 0 ? null : $status,
            $result === CURLE_OK ? null : (string) curl_strerror($result),
            (int) (curl_getinfo($this->handle, CURLINFO_TOTAL_TIME) * 1000),
            $this->variant?->words(),
            $this->sentHeaders(),
            $this->answerHeaders === null ? null : array_map($mask, Redaction::headers($this->answerHeaders)),
            $mask($this->answerBody),
            $this->answerBytes,
        );
        // The handle's functions refer to this object, and this object to the handle.
        curl_reset($this->handle);

        return $record;
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

    private function receiveHeader(string $line): int
    {
        // A shop that hangs on to the connection could send headers for ever.
        $this->headerBytes += strlen($line);
        if (str_starts_with($line, 'HTTP/')) {
            $this->answerHeaders = [];
        } elseif ($this->headerBytes <= CallbackAttempt::KEPT_BYTES && str_contains($line, ':')) {
            [$name, $value] = explode(':', $line, 2);
            $name = strtolower(trim($name));
            $before = isset($this->answerHeaders[$name]) ? $this->answerHeaders[$name] . ', ' : '';
            $this->answerHeaders[$name] = $before . trim($value);
        }

        return strlen($line);
    }

    private function receiveBody(string $bytes): int
    {
        $this->answerBytes += strlen($bytes);
        $this->answerBody .= substr($bytes, 0, max(0, CallbackAttempt::KEPT_BYTES - strlen($this->answerBody)));

        return strlen($bytes);
    }
}
