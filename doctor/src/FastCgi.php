<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** A web request to a php-fpm pool without a web server. Source: the FastCGI specification, version 1. */
final class FastCgi
{
    private const BEGIN_REQUEST = 1;
    private const END_REQUEST = 3;
    private const PARAMS = 4;
    private const STDIN = 5;
    private const STDOUT = 6;
    private const RESPONDER = 1;
    /** Of a record's content; parameters of ours are far shorter. */
    private const MAX_CONTENT = 65535;
    private const MAX_ANSWER = 1 << 20;

    /** @param string $address the pool's "listen": a socket's path, host:port, or a port */
    public function __construct(private readonly string $address, private readonly float $seconds) {}

    /**
     * Runs a script in the pool.
     *
     * @throws \RuntimeException if the pool does not answer
     */
    public function get(string $script, string $query): Http
    {
        $stream = @stream_socket_client($this->target(), $code, $message, $this->seconds);
        if ($stream === false) {
            throw new \RuntimeException("the pool at {$this->address} does not accept a connection ({$message})");
        }
        @fwrite($stream, self::record(self::BEGIN_REQUEST, pack('nCx5', self::RESPONDER, 0))
            . self::record(self::PARAMS, self::pairs([
                'GATEWAY_INTERFACE' => 'CGI/1.1', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REQUEST_METHOD' => 'GET',
                'SCRIPT_FILENAME' => $script, 'SCRIPT_NAME' => '/' . basename($script), 'DOCUMENT_ROOT' => dirname($script),
                'REQUEST_URI' => '/' . basename($script) . "?{$query}", 'QUERY_STRING' => $query,
            ]))
            . self::record(self::PARAMS, '') . self::record(self::STDIN, ''));
        $output = $this->output($stream, new Deadline($this->seconds));
        fclose($stream);
        [$head, $body] = explode("\r\n\r\n", $output, 2) + [1 => ''];
        $lines = explode("\r\n", $head);

        return Http::parse(preg_grep('/^Status:/i', $lines) ? $lines : ['Status: 200', ...$lines], $body);
    }

    private function target(): string
    {
        $address = (string) preg_replace('~^(unix|tcp)://|^unix:~', '', $this->address);

        return match (true) {
            str_starts_with($address, '/') => "unix://{$address}",
            preg_match('/^\d+$/', $address) === 1 => "tcp://127.0.0.1:{$address}",
            default => "tcp://{$address}",
        };
    }

    /** @param resource $stream */
    private function output($stream, Deadline $deadline): string
    {
        $output = '';
        do {
            $header = $this->read($stream, $deadline, 8);
            /** @var array{type: int, length: int, padding: int} $record */
            $record = unpack('Cversion/Ctype/nid/nlength/Cpadding', $header);
            $content = $this->read($stream, $deadline, $record['length']);
            $this->read($stream, $deadline, $record['padding']);
            $output .= $record['type'] === self::STDOUT ? $content : '';
            if (strlen($output) > self::MAX_ANSWER) {
                throw new \RuntimeException("the pool at {$this->address} answers without end");
            }
        } while ($record['type'] !== self::END_REQUEST);

        return $output;
    }

    /** @param resource $stream */
    private function read($stream, Deadline $deadline, int $length): string
    {
        $bytes = '';
        while (($missing = $length - strlen($bytes)) > 0) {
            $part = $deadline->read($stream, $missing);
            if ($part === '') {
                throw new \RuntimeException("the pool at {$this->address} closed the connection before it had answered");
            }
            $bytes .= $part;
        }

        return $bytes;
    }

    private static function record(int $type, string $content): string
    {
        if (strlen($content) > self::MAX_CONTENT) {
            throw new \LogicException('a record is too long');
        }

        return pack('CCnnCx', 1, $type, 1, strlen($content), 0) . $content;
    }

    /** @param array<string, string> $params */
    private static function pairs(array $params): string
    {
        $pairs = '';
        foreach ($params as $name => $value) {
            $pairs .= self::length($name) . self::length($value) . $name . $value;
        }

        return $pairs;
    }

    private static function length(string $text): string
    {
        $length = strlen($text);

        return $length < 128 ? chr($length) : pack('N', $length | 0x80000000);
    }
}
