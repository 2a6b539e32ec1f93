<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Process;

use Aurpay\Sandbox\Control\EventStream;
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
    private Wait|EventStream|null $pending = null;
    /** What is still to be sent; null before the answer has begun. */
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

    public function hasStream(): bool
    {
        return $this->pending instanceof EventStream;
    }

    /** What the request waits for is gone. */
    public function giveUp(): void
    {
        if ($this->hasStream()) {
            $this->pending = null;
        } else {
            $this->answer(Response::json(['error' => 'It is gone'], 404));
        }
    }

    private function answer(Response $response): void
    {
        $this->pending = null;
        $length = ['Content-Length' => (string) strlen($response->body)];
        $this->begin($response->status, $response->headers + $length, $response->body);
    }

    /**
     * @param array<string, string> $headers
     */
    private function begin(int $status, array $headers, string $body): void
    {
        $lines = ["HTTP/1.1 $status "];
        foreach ($headers + ['Cache-Control' => 'no-store', 'Connection' => 'close'] as $name => $value) {
            $lines[] = "$name: $value";
        }
        $this->output = implode("\r\n", $lines) . "\r\n\r\n" . $body;
        $this->deadline = microtime(true) + self::PATIENCE_SECONDS;
    }

    /**
     * Does what can be done without blocking.
     *
     * @param \Closure(Request): (Response|Wait|EventStream) $control
     *
     * @return bool whether the connection has ended
     */
    public function serve(\Closure $control): bool
    {
        $read = (string) @fread($this->socket, 8192);
        if ($read === '' && feof($this->socket) && ($this->output === null || $this->hasStream())) {
            return $this->end();
        }
        if ($this->output === null && $this->pending === null) {
            $this->head .= $read;
            $this->understand($control);
        }
        $this->look();
        if ($this->output !== null) {
            $this->output = substr($this->output, (int) @fwrite($this->socket, $this->output));
        }
        $isLate = $this->pending === null && microtime(true) >= $this->deadline;

        return ($this->output === '' && $this->pending === null) || $isLate ? $this->end() : false;
    }

    private function look(): void
    {
        if ($this->pending instanceof EventStream && ($end = $this->pending->look()) !== null) {
            $this->pending = null;
            $this->output .= $end;
            $this->deadline = microtime(true) + self::PATIENCE_SECONDS;
        } elseif ($this->pending instanceof Wait && ($seen = $this->pending->look()) !== null) {
            $this->answer(Response::json($seen));
        }
    }

    /** @param \Closure(Request): (Response|Wait|EventStream) $control */
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
        if ($result instanceof Response) {
            $this->answer($result);

            return;
        }
        $this->pending = $result;
        if ($result instanceof EventStream) {
            $this->begin(200, $result->headers(), $result->beginning());
        }
    }

    private function end(): bool
    {
        @fclose($this->socket);

        return true;
    }
}
