<?php

declare(strict_types=1);

namespace AurpayBench\Server;

use AurpayBench\Failure;

/** A request that nginx has logged. */
final readonly class LoggedRequest
{
    /** The variables of nginx that the log has, in the order of the constructor. */
    public const VARIABLES = [
        'connection', 'request_method', 'request_uri', 'server_protocol', 'status', 'content_length', 'request_body',
        'http_api_token', 'http_date', 'http_body_md5', 'http_signature',
    ];

    private function __construct(
        public string $connection,
        public string $method,
        public string $target,
        public string $protocol,
        public string $status,
        private string $bodyLength,
        private string $body,
        private string $token,
        private string $date,
        private string $digest,
        private string $signature,
    ) {}

    public static function fromLine(string $line): self
    {
        $values = json_decode($line, true);
        if (!is_array($values) || count($values) !== count(self::VARIABLES)) {
            throw new Failure("not a line of the log: {$line}");
        }

        return new self(...array_map(static fn (mixed $value): string => is_string($value) ? $value : '', array_values($values)));
    }

    /** The format of such a line, for nginx. */
    public static function format(): string
    {
        $values = array_map(static fn (string $variable): string => "\"\${$variable}\"", self::VARIABLES);

        return '[' . implode(',', $values) . ']';
    }

    /** Whether this body arrived, byte for byte. nginx reads none if a GET has none. */
    public function hasBody(string $body): bool
    {
        return $this->body === $body && (int) $this->bodyLength === strlen($body);
    }

    /** Whether the headers sign the method, the target and the body that arrived. */
    public function isSigned(): bool
    {
        $digest = $this->method === 'GET' ? '' : md5($this->body);
        $origin = "HMAC-SHA256 | {$this->date} | {$this->method} {$this->target}" . ($digest === '' ? '' : " | {$digest}");
        $signature = base64_encode(hash_hmac('sha256', $origin, Nginx::SECRET, true));

        return $this->token === Nginx::TOKEN && $this->digest === $digest && $this->signature === $signature;
    }

    /** @param list<self> $requests */
    public static function connections(array $requests): int
    {
        return count(array_unique(array_map(static fn (self $request): string => $request->connection, $requests)));
    }
}
