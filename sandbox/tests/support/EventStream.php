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

    public function __construct(Sandbox $sandbox, string $payUrl, string $known, string $lastEventId = '')
    {
        $base = $sandbox->ready->text('base_uri');
        $host = (string) parse_url($base, PHP_URL_HOST) . ':' . (int) parse_url($base, PHP_URL_PORT);
        $context = stream_context_create(['ssl' => ['verify_peer' => false, 'verify_peer_name' => false]]);
        $scheme = str_starts_with($base, 'https') ? 'ssl' : 'tcp';
        $socket = stream_socket_client("$scheme://$host", $code, $error, 60, STREAM_CLIENT_CONNECT, $context);
        $this->socket = $socket !== false ? $socket : throw new Failed("No connection: $error");
        stream_set_timeout($this->socket, 60);
        $query = http_build_query(['pay_url' => $payUrl, 'known' => $known]);
        fwrite($this->socket, "GET /_sandbox/events?$query HTTP/1.1\r\nHost: $host\r\nConnection: close\r\n"
            . ($lastEventId === '' ? '' : "Last-Event-ID: $lastEventId\r\n") . "\r\n");
        $this->status = (int) substr((string) fgets($this->socket), 9, 3);
        while (!in_array(fgets($this->socket), ["\r\n", false], true)) {
            // The headers.
        }
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
