<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Process;

use Aurpay\Sandbox\Control\Wait;
use Aurpay\Sandbox\Control\Waiting;
use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Http\Response;

/**
 * A connection to the waiting room, with one GET request.
 */
final class Visitor
{
    private const LONGEST_HEAD = 16_384;
    /** How long the client may take to send its request, and to read the answer. */
    private const PATIENCE_SECONDS = 60.0;

    private string $head = '';
    private ?Wait $wait = null;
    private ?string $output = null;
    private float $deadline;

    /**
     * @param resource $socket
     * @param bool     $isRefused whether too many wait already. The request is read all the same: a connection that is
     *                            closed with unread data is reset, and the answer lost
     */
    public function __construct(private $socket, private readonly bool $isRefused)
    {
        stream_set_blocking($socket, false);
        $this->deadline = microtime(true) + self::PATIENCE_SECONDS;
    }

    public function answer(Response $response): void
    {
        $lines = ["HTTP/1.1 {$response->status} "];
        foreach ($response->headers + [
            'Content-Length' => (string) strlen($response->body),
            'Cache-Control' => 'no-store',
            'Connection' => 'close',
        ] as $name => $value) {
            $lines[] = "$name: $value";
        }
        $this->output = implode("\r\n", $lines) . "\r\n\r\n" . $response->body;
        $this->deadline = microtime(true) + self::PATIENCE_SECONDS;
    }

    /**
     * Does what can be done without blocking.
     *
     * @param \Closure(Request): (Response|Wait) $control
     *
     * @return bool whether the connection has ended
     */
    public function serve(\Closure $control): bool
    {
        $read = (string) @fread($this->socket, 8192);
        if ($read === '' && feof($this->socket) && $this->output === null) {
            return $this->end();
        }
        if ($this->output === null && $this->wait === null) {
            $this->head .= $read;
            $this->understand($control);
        }
        if ($this->output === null && ($seen = $this->wait?->look()) !== null) {
            $this->answer(Response::json($seen));
        }
        if ($this->output !== null) {
            $this->output = substr($this->output, (int) @fwrite($this->socket, $this->output));
        }
        $isLate = $this->wait === null && microtime(true) >= $this->deadline;

        return $this->output === '' || $isLate ? $this->end() : false;
    }

    /** @param \Closure(Request): (Response|Wait) $control */
    private function understand(\Closure $control): void
    {
        if (strlen($this->head) > self::LONGEST_HEAD) {
            $this->answer(Response::json(['error' => 'The request is too long'], 431));

            return;
        }
        if (!str_contains($this->head, "\r\n\r\n")) {
            return;
        }
        if ($this->isRefused) {
            $this->answer(Waiting::busy());

            return;
        }
        $lines = explode("\r\n", explode("\r\n\r\n", $this->head, 2)[0]);
        if (preg_match('~^GET (/\S*) HTTP/1\.[01]$~D', (string) array_shift($lines), $match) !== 1) {
            $this->answer(Response::json(['error' => 'Only GET requests wait'], 400));

            return;
        }
        $headers = [];
        foreach ($lines as $line) {
            [$name, $value] = explode(':', $line, 2) + [1 => ''];
            $headers[strtolower(trim($name))] = trim($value);
        }
        $result = $control(new Request('GET', $match[1], $headers, '', isFromThisMachine: true));
        if ($result instanceof Wait) {
            $this->wait = $result;
        } else {
            $this->answer($result);
        }
    }

    private function end(): bool
    {
        @fclose($this->socket);

        return true;
    }
}
