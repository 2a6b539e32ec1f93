<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Http;

use Aurpay\Sandbox\Json\Writer;

final readonly class Response
{
    /**
     * @param array<string, string> $headers
     * @param int|null              $truncate send only this many bytes of the announced body
     * @param bool                  $drop     close the connection without an answer
     * @param list<string>          $warnings for the shop's author, each a header of its own
     */
    public function __construct(
        public int $status,
        public string $body,
        public array $headers = [],
        public ?int $truncate = null,
        public bool $drop = false,
        /** The envelope's code, for the request log. */
        public ?int $code = null,
        public array $warnings = [],
        /**
         * Yields the parts of a body that is sent bit by bit, instead of $body.
         *
         * @var (\Closure(): iterable<string>)|null
         */
        public ?\Closure $stream = null,
    ) {}

    /**
     * @param array<string, string>        $headers
     * @param \Closure(): iterable<string> $parts
     */
    public static function stream(array $headers, \Closure $parts): self
    {
        return new self(200, '', $headers, stream: $parts);
    }

    public static function json(mixed $value, int $status = 200, ?int $code = null): self
    {
        return new self($status, Writer::encode($value), ['Content-Type' => 'application/json'], code: $code);
    }

    /**
     * @param array<string, string> $headers
     */
    public function withHeaders(array $headers): self
    {
        return new self(
            $this->status,
            $this->body,
            $headers + $this->headers,
            $this->truncate,
            $this->drop,
            $this->code,
            $this->warnings,
            $this->stream,
        );
    }

    /**
     * @param list<string> $warnings
     */
    public function withWarnings(array $warnings): self
    {
        return new self(
            $this->status,
            $this->body,
            $this->headers,
            $this->truncate,
            $this->drop,
            $this->code,
            $warnings,
            $this->stream,
        );
    }
}
