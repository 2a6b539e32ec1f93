<?php

declare(strict_types=1);

namespace AurpayTest;

final class HttpResponse
{
    /** @param array<string, string> $headers by name in lower case; the last one of repeated headers */
    public function __construct(
        public readonly int $status,
        public readonly array $headers,
        public readonly string $body,
    ) {}

    /** @param list<string> $lines the status line (or CGI's "Status:") and the header lines */
    public static function fromLines(array $lines, string $body): self
    {
        $status = 200;
        $headers = [];
        foreach ($lines as $line) {
            if (preg_match('~^(?:HTTP/[\d.]+|Status:) (\d{3})~i', $line, $match) === 1) {
                $status = (int) $match[1];
            } elseif (str_contains($line, ':')) {
                [$name, $value] = explode(':', $line, 2);
                $headers[strtolower($name)] = trim($value);
            }
        }

        return new self($status, $headers, $body);
    }

    public function json(): mixed
    {
        return json_decode($this->body, true, 512, JSON_THROW_ON_ERROR);
    }
}
