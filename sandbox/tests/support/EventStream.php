<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Tests;

/**
 * A client of server-sent events that reads as slowly as a test wants.
 */
final class EventStream
{
    /** @var resource */
    private $socket;

    public readonly int $status;

    /** @var array<string, string> lower-case name => value */
    public readonly array $headers;

    /**
     * @param string                $known   the version that the client has
     * @param array<string, string> $headers
     */
    public function __construct(World $world, string $payUrl, string $known, array $headers = [])
    {
        $url = $world->ready->text('control_uri') . '/events?' . http_build_query(['pay_url' => $payUrl, 'known' => $known]);
        [$this->socket, $status, $answered] = self::open($url, $headers);
        if ($status === 307) {
            // To the waiting room.
            [$this->socket, $status, $answered] = self::open($answered['location'] ?? '', $headers);
        }
        $this->status = $status;
        $this->headers = $answered;
    }

    /**
     * @param array<string, string> $headers
     *
     * @return array{resource, int, array<string, string>} the connection behind the head of the answer, and the head
     */
    private static function open(string $url, array $headers): array
    {
        $authority = parse_url($url, PHP_URL_HOST) . ':' . parse_url($url, PHP_URL_PORT);
        $context = stream_context_create(['ssl' => ['verify_peer' => false, 'verify_peer_name' => false]]);
        $scheme = str_starts_with($url, 'https') ? 'ssl' : 'tcp';
        $socket = stream_socket_client("$scheme://$authority", $code, $error, 60, STREAM_CLIENT_CONNECT, $context)
            ?: throw new Failed("No connection: $error");
        stream_set_timeout($socket, 60);
        $lines = '';
        foreach ($headers + ['Host' => $authority, 'Connection' => 'close'] as $name => $value) {
            $lines .= "$name: $value\r\n";
        }
        fwrite($socket, 'GET ' . substr($url, (int) strpos($url, '/', 8)) . " HTTP/1.1\r\n$lines\r\n");
        $status = (int) substr((string) fgets($socket), 9, 3);
        $answered = [];
        while (!in_array($line = fgets($socket), ["\r\n", false], true)) {
            [$name, $value] = explode(':', (string) $line, 2) + [1 => ''];
            $answered[strtolower($name)] = trim($value);
        }

        return [$socket, $status, $answered];
    }

    /** All that comes until the stream ends. */
    public function rest(): string
    {
        return (string) stream_get_contents($this->socket);
    }

    /** The first event's data; its version is in its id too. */
    public function event(): Answer
    {
        $rest = $this->rest();
        Check::matches('/^id: ([0-9a-f]{32})\ndata: \{.*"version":"\1".*\}$/m', $rest);
        preg_match('/^data: (.*)$/m', $rest, $match);

        return new Answer(0, [], $match[1] ?? '', 0, 0);
    }

    public function isOpen(): bool
    {
        stream_set_blocking($this->socket, false);
        while (is_string($read = fread($this->socket, 8192)) && $read !== '') {
            // What has come so far.
        }

        return !feof($this->socket);
    }

    public function close(): void
    {
        fclose($this->socket);
    }
}
