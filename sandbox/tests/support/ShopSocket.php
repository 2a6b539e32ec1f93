<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Tests;

/**
 * A shop whose answers a test writes byte by byte, when it wants to.
 */
final class ShopSocket
{
    /** @var resource */
    private $listener;
    /** @var list<resource> connections with a request that has no answer yet */
    private array $open = [];
    public readonly string $uri;

    public function __construct()
    {
        $listener = stream_socket_server('tcp://127.0.0.1:0');
        if ($listener === false) {
            throw new Failed('No listener');
        }
        $this->listener = $listener;
        $this->uri = 'http://' . stream_socket_get_name($listener, false);
    }

    public function close(): void
    {
        fclose($this->listener);
    }

    /** Awaits a request and returns its bytes. */
    public function accept(): string
    {
        $connection = stream_socket_accept($this->listener, 60);
        if ($connection === false) {
            throw new Failed('No request');
        }
        $this->open[] = $connection;
        $head = '';
        while (!str_ends_with($head, "\r\n\r\n") && !feof($connection)) {
            $head .= fgets($connection);
        }
        preg_match('/^content-length: *(\d+)/mi', $head, $match);
        $length = (int) ($match[1] ?? '0');

        return $head . ($length > 0 ? stream_get_contents($connection, $length) : '');
    }

    /** Answers the oldest request. $head has no Content-Length and no empty line. */
    public function answer(string $head, string $body): void
    {
        $connection = array_shift($this->open) ?? throw new Failed('No open request');
        fwrite($connection, $head . 'Content-Length: ' . strlen($body) . "\r\n\r\n" . $body);
        fclose($connection);
    }
}
