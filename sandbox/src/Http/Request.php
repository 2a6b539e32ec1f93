<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Http;

use Aurpay\Sandbox\Input;
use Aurpay\Sandbox\Json\Number;
use Aurpay\Sandbox\Net\Host;

/**
 * An HTTP request with the bytes that the client sent.
 */
final readonly class Request
{
    public string $path;
    public string $queryString;

    /**
     * @param string                $target  the exact bytes of the request line, which the client signs
     * @param array<string, string> $headers lower-case name => value
     */
    public function __construct(
        public string $method,
        public string $target,
        public array $headers,
        public string $body,
        public string $protocol = 'HTTP/1.1',
        public ?string $tls = null,
        public string $connection = '',
        public int $connectionRequest = 1,
        /** Whether the client runs on this machine. */
        public bool $isFromThisMachine = false,
        /** Whether the server in front of PHP compresses with br. */
        public bool $frontCompresses = false,
        /** What stands before the path in the target: that of a merchant's world. */
        public string $prefix = '',
    ) {
        [$path, $this->queryString] = explode('?', $target, 2) + [1 => ''];
        $this->path = substr($path, strlen($prefix));
    }

    /** The same request in a merchant's world. Its target keeps the prefix, as the client signs the whole target. */
    public function below(string $prefix): self
    {
        return new self(
            $this->method,
            $this->target,
            $this->headers,
            $this->body,
            $this->protocol,
            $this->tls,
            $this->connection,
            $this->connectionRequest,
            $this->isFromThisMachine,
            $this->frontCompresses,
            $prefix,
        );
    }

    public static function fromGlobals(): self
    {
        $headers = [];
        foreach (getallheaders() as $name => $value) {
            $headers[strtolower((string) $name)] = is_string($value) ? $value : '';
        }

        return new self(
            method: self::server('REQUEST_METHOD', 'GET'),
            target: self::server('REQUEST_URI', '/'),
            headers: $headers,
            body: (string) file_get_contents('php://input'),
            protocol: self::server('SANDBOX_PROTOCOL', self::server('SERVER_PROTOCOL', 'HTTP/1.1')),
            tls: self::server('SANDBOX_TLS') === '' ? null : self::server('SANDBOX_TLS'),
            // php -S answers one request per connection, so the client's port identifies the connection.
            connection: self::server('SANDBOX_CONNECTION', self::server('REMOTE_PORT')),
            connectionRequest: (int) self::server('SANDBOX_CONNECTION_REQUESTS', '1'),
            isFromThisMachine: self::isOneMachine(self::server('REMOTE_ADDR'), self::server('SERVER_ADDR')),
            frontCompresses: self::server('SANDBOX_BROTLI') === '1',
        );
    }

    /** Whether a client at $peer runs on this machine, if it has connected to $own. */
    public static function isOneMachine(string $peer, string $own): bool
    {
        $address = Host::address($peer);

        return $address !== null && (Host::isLoopback($address) || $address === Host::address($own));
    }

    public function header(string $name): string
    {
        return $this->headers[strtolower($name)] ?? '';
    }

    /** Whether it asks for a page. HEAD asks for the head of what GET answers (RFC 9110, 9.3.2). */
    public function isRead(): bool
    {
        return $this->method === 'GET' || $this->method === 'HEAD';
    }

    public function isControl(): bool
    {
        return $this->path === '/_sandbox' || str_starts_with($this->path, '/_sandbox/');
    }

    /** The body as a JSON object; an empty body counts as an empty object. */
    public function json(): Input
    {
        return $this->body === '' ? new Input([]) : Input::fromJson($this->body);
    }

    /** A form body. */
    public function form(): Input
    {
        parse_str($this->body, $fields);

        return new Input($fields);
    }

    /** The query, with integers as numbers. */
    public function query(): Input
    {
        parse_str($this->queryString, $fields);
        foreach (['page', 'size', 'after'] as $name) {
            $value = $fields[$name] ?? null;
            if (is_string($value) && preg_match('/^(0|[1-9][0-9]{0,8})$/D', $value) === 1) {
                $fields[$name] = new Number($value);
            }
        }

        return new Input($fields);
    }

    private static function server(string $name, string $default = ''): string
    {
        $value = $_SERVER[$name] ?? null;

        return is_string($value) && $value !== '' ? $value : (is_int($value) ? (string) $value : $default);
    }
}
