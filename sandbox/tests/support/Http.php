<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Tests;

/**
 * An HTTP client that keeps its connection, like a shop's client.
 */
final class Http
{
    private readonly \CurlHandle $handle;

    public function __construct(private readonly ?string $caFile = null)
    {
        $this->handle = curl_init();
    }

    /**
     * @param array<string, string>           $headers
     * @param array<int, int|string|bool>     $options of curl
     */
    public function send(
        string $method,
        string $url,
        array $headers = [],
        ?string $body = null,
        array $options = [],
    ): Answer {
        $received = [];
        $lines = [];
        foreach ($headers as $name => $value) {
            // curl sends an empty header only in this form.
            $lines[] = $value === '' ? "$name;" : "$name: $value";
        }
        curl_reset($this->handle);
        curl_setopt_array($this->handle, $options + [
            CURLOPT_URL => $url !== '' ? $url : throw new Failed('No URL'),
            CURLOPT_CUSTOMREQUEST => $method,
            CURLOPT_HTTPHEADER => $lines,
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_TIMEOUT_MS => 20_000,
            CURLOPT_PROXY => '',
            CURLOPT_HEADERFUNCTION => static function (\CurlHandle $handle, string $line) use (&$received): int {
                $parts = explode(':', $line, 2);
                if (isset($parts[1])) {
                    $name = strtolower($parts[0]);
                    // A repeated header is one text, with a line for each.
                    $received[$name] = (isset($received[$name]) ? $received[$name] . "\n" : '') . trim($parts[1]);
                }

                return strlen($line);
            },
        ]);
        if ($body !== null) {
            curl_setopt($this->handle, CURLOPT_POSTFIELDS, $body);
        }
        if ($this->caFile !== null && $this->caFile !== '') {
            curl_setopt($this->handle, CURLOPT_CAINFO, $this->caFile);
        }
        $content = curl_exec($this->handle);

        return new Answer(
            curl_getinfo($this->handle, CURLINFO_RESPONSE_CODE),
            $received,
            is_string($content) ? $content : '',
            curl_errno($this->handle),
            curl_getinfo($this->handle, CURLINFO_HTTP_VERSION),
        );
    }
}
