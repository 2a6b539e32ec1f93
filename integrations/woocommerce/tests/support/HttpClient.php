<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** A visitor of the shop, who keeps cookies. Redirects are not followed. */
final readonly class HttpClient
{
    private \CurlHandle $handle;

    /**
     * @param string $home where addresses begin that are only a path
     */
    public function __construct(private string $home, private string $caFile)
    {
        $this->handle = curl_init();
    }

    /**
     * @param array<string, string> $headers
     */
    public function get(string $url, array $headers = []): Response
    {
        return $this->send('GET', $url, $headers);
    }

    /**
     * Sends a form.
     *
     * @param array<string, mixed>  $fields
     * @param array<string, string> $headers
     */
    public function post(string $url, array $fields, array $headers = []): Response
    {
        $headers += ['Content-Type' => 'application/x-www-form-urlencoded; charset=UTF-8'];

        return $this->send('POST', $url, $headers, http_build_query($fields));
    }

    /**
     * Sends JSON.
     *
     * @param array<string, mixed>  $body
     * @param array<string, string> $headers
     */
    public function postJson(string $url, array $body, array $headers = []): Response
    {
        $headers += ['Content-Type' => 'application/json'];

        return $this->send('POST', $url, $headers, json_encode((object) $body, JSON_THROW_ON_ERROR));
    }

    /**
     * Sends the same form several times at once, with this visitor's cookies.
     *
     * @param array<string, mixed> $fields
     *
     * @return list<Response>
     */
    public function postAtOnce(int $copies, string $path, array $fields): array
    {
        $request = [
            'method' => 'POST',
            'url' => $this->home . $path,
            'headers' => ['Content-Type' => 'application/x-www-form-urlencoded; charset=UTF-8'],
            'body' => http_build_query($fields),
        ];

        return Parallel::send(array_fill(0, $copies, $request), $this->caFile, $this->cookies());
    }

    /** The cookies in the form of the header. */
    public function cookies(): string
    {
        $pairs = [];
        foreach ((array) curl_getinfo($this->handle, CURLINFO_COOKIELIST) as $line) {
            // Netscape's format: domain, subdomains, path, secure, expiry, name, value.
            $parts = explode("\t", $line);
            isset($parts[6]) && $pairs[] = "{$parts[5]}={$parts[6]}";
        }

        return implode('; ', $pairs);
    }

    /** Follows redirects within the shop. */
    public function follow(Response $response): Response
    {
        for ($hops = 0; $response->status >= 300 && $response->status < 400; ++$hops) {
            if ($hops === 5) {
                throw new \RuntimeException("Too many redirects, the last one to {$response->location()}");
            }
            $response = $this->get($response->location());
        }

        return $response;
    }

    /**
     * @param array<string, string> $headers
     */
    public function send(string $method, string $url, array $headers = [], ?string $body = null): Response
    {
        $url = str_starts_with($url, '/') ? $this->home . $url : $url;
        curl_reset($this->handle);
        curl_setopt_array($this->handle, self::options($method, $url, $headers, $body, $this->caFile));
        $received = [];
        curl_setopt($this->handle, CURLOPT_HEADERFUNCTION, self::collector($received));
        $content = curl_exec($this->handle);
        if (!is_string($content)) {
            throw new \RuntimeException("$method $url: " . curl_error($this->handle));
        }

        return new Response((int) curl_getinfo($this->handle, CURLINFO_RESPONSE_CODE), $received, $content, $url);
    }

    /**
     * Options of curl for a request.
     *
     * @param array<string, string> $headers
     *
     * @return array<int, mixed>
     */
    public static function options(string $method, string $url, array $headers, ?string $body, string $caFile): array
    {
        $lines = [];
        foreach ($headers as $name => $value) {
            // curl sends an empty header only in this form.
            $lines[] = $value === '' ? "$name;" : "$name: $value";
        }

        return [
            CURLOPT_URL => $url,
            CURLOPT_CUSTOMREQUEST => $method,
            // Tests send addresses that a client would tidy up.
            CURLOPT_PATH_AS_IS => true,
            CURLOPT_HTTPHEADER => $lines,
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_TIMEOUT => 180,
            CURLOPT_PROXY => '',
            CURLOPT_CAINFO => $caFile,
            // In memory.
            CURLOPT_COOKIEFILE => '',
            CURLOPT_NOSIGNAL => true,
        ] + ($body === null ? [] : [CURLOPT_POSTFIELDS => $body]);
    }

    /**
     * A function that collects headers for curl.
     *
     * @param array<string, string> $received
     */
    public static function collector(array &$received): \Closure
    {
        return static function (\CurlHandle $handle, string $line) use (&$received): int {
            $parts = explode(':', $line, 2);
            if (isset($parts[1])) {
                $name = strtolower($parts[0]);
                $received[$name] = (isset($received[$name]) ? $received[$name] . "\n" : '') . trim($parts[1]);
            }

            return strlen($line);
        };
    }
}
