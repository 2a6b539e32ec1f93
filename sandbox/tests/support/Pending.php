<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Tests;

/**
 * A control request that was sent, and whose answer was not read yet.
 */
final class Pending
{
    /** @var resource */
    private $socket;

    public function __construct(World $world, string $path)
    {
        $url = $world->ready->text('control_uri') . $path;
        $ca = $world->ready->at('ca_file');
        if ($ca === null) {
            $url = $world->http->send('GET', $url)->headers['location'] ?? throw new Failed('no waiting room');
        }
        $authority = parse_url($url, PHP_URL_HOST) . ':' . parse_url($url, PHP_URL_PORT);
        $target = substr($url, (int) strpos($url, '/', 8));
        $context = stream_context_create(['ssl' => ['cafile' => $ca]]);
        $address = ($ca === null ? 'tcp' : 'ssl') . "://$authority";
        $socket = stream_socket_client($address, $code, $message, 30, STREAM_CLIENT_CONNECT, $context);
        $this->socket = $socket ?: throw new Failed("no connection: $message");
        fwrite($this->socket, "GET $target HTTP/1.0\r\nHost: $authority\r\n\r\n");
    }

    /** Whether there is something to read. With TLS that is so from the start. */
    public function isAnswered(): bool
    {
        [$sockets, $none] = [[$this->socket], null];

        return stream_select($sockets, $none, $none, 0) === 1;
    }

    public function answer(): Answer
    {
        return new Answer(0, [], explode("\r\n\r\n", (string) stream_get_contents($this->socket), 2)[1] ?? '', 0, 0);
    }
}
