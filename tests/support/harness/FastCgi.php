<?php

declare(strict_types=1);

namespace AurpayTest;

/** One FastCGI request on a connection of its own: sent by the constructor, read by response(). */
final class FastCgi
{
    private const BEGIN_REQUEST = 1;
    private const END_REQUEST = 3;
    private const PARAMS = 4;
    private const STDIN = 5;
    private const STDOUT = 6;
    private const STDERR = 7;
    private const RESPONDER = 1;
    private const MAX_CONTENT = 65535;
    public const TIMEOUT = 60;

    /** @var resource */
    private $stream;

    /**
     * @param array<string, string> $params
     * @param int $timeout how many seconds php-fpm may be silent
     */
    public function __construct(string $socket, array $params, string $body = '', int $timeout = self::TIMEOUT)
    {
        $stream = stream_socket_client("unix://{$socket}", $code, $message, $timeout);
        if ($stream === false) {
            throw new \RuntimeException("php-fpm: {$message}");
        }
        stream_set_timeout($stream, $timeout);
        $this->stream = $stream;
        $pairs = '';
        foreach ($params as $name => $value) {
            $pairs .= self::length($name) . self::length($value) . $name . $value;
        }
        fwrite(
            $stream,
            self::record(self::BEGIN_REQUEST, pack('nCx5', self::RESPONDER, 0))
            . self::records(self::PARAMS, $pairs)
            . self::records(self::STDIN, $body),
        );
    }

    /** @return resource for stream_select(): readable when the response has begun or the worker is gone */
    public function stream()
    {
        return $this->stream;
    }

    public function response(): HttpResponse
    {
        [$output, $errors] = ['', ''];
        do {
            [$type, $content] = $this->read();
            $output .= $type === self::STDOUT ? $content : '';
            $errors .= $type === self::STDERR ? $content : '';
        } while ($type !== self::END_REQUEST);
        fclose($this->stream);
        if ($errors !== '') {
            throw new \RuntimeException("php-fpm: {$errors}");
        }
        [$head, $body] = explode("\r\n\r\n", $output, 2) + [1 => ''];

        return HttpResponse::fromLines(explode("\r\n", $head), $body);
    }

    /** @return array{int, string} a record's type and content */
    private function read(): array
    {
        /** @var array{type: int, length: int, padding: int} $header */
        $header = unpack('Cversion/Ctype/nid/nlength/Cpadding/Creserved', $this->readExactly(8));
        $content = $this->readExactly($header['length'] + $header['padding']);

        return [$header['type'], substr($content, 0, $header['length'])];
    }

    private function readExactly(int $length): string
    {
        $data = '';
        while (($missing = $length - strlen($data)) > 0) {
            $part = fread($this->stream, $missing);
            if ($part === false || $part === '') {
                // A read that returns nothing is not always the end.
                $isLate = stream_get_meta_data($this->stream)['timed_out'];
                throw new \RuntimeException($isLate ? 'php-fpm says nothing' : 'php-fpm ended the connection: its worker is gone');
            }
            $data .= $part;
        }

        return $data;
    }

    /** Sends the content in records, and then the empty record that ends the stream. */
    private static function records(int $type, string $content): string
    {
        $parts = $content === '' ? [] : str_split($content, self::MAX_CONTENT);
        $parts[] = '';

        return implode('', array_map(static fn (string $part): string => self::record($type, $part), $parts));
    }

    private static function record(int $type, string $content): string
    {
        return pack('CCnnCx', 1, $type, 1, strlen($content), 0) . $content;
    }

    private static function length(string $text): string
    {
        $length = strlen($text);

        return $length < 128 ? chr($length) : pack('N', $length | 0x80000000);
    }
}
