<?php

declare(strict_types=1);

namespace AurpayTest;

/** The project's own gateway; info() has api_key, api_token, api_secret and so on. */
final class Sandbox extends Server
{
    public static function start(string ...$options): static
    {
        $script = dirname(__DIR__, 3) . '/sandbox/bin/sandbox';

        return new static(Child::php($script, '--json', '--exit-on-stdin-close', ...$options));
    }

    /** Calls one of the sandbox's own endpoints, below control_uri, and returns the decoded answer. */
    public function control(string $method, string $path, mixed $value = null): mixed
    {
        return Http::json($method, $this->info('control_uri') . $path, $value, $this->caFile);
    }

    /**
     * Makes any request, as a shop's browser or a plain HTTP client would.
     *
     * @param array<string, string> $headers
     */
    public function request(
        string $method,
        string $target,
        ?string $body = null,
        array $headers = [],
    ): HttpResponse {
        return Http::request($method, $this->baseUri . $target, $body, $headers, $this->caFile);
    }
}
