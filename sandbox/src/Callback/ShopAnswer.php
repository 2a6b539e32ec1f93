<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Callback;

use Aurpay\Sandbox\Store\CallbackAttempt;

/**
 * What a shop answers to one sending of a callback, as it comes.
 */
final class ShopAnswer
{
    /** @var array<string, string>|null lower-case name => value; null before the status line */
    public ?array $headers = null;
    /** The first bytes. */
    public string $body = '';
    /** The length of the whole body. */
    public int $bytes = 0;
    private int $headerBytes = 0;

    /** Takes a line of the head. Returns its length, as curl wants. */
    public function receiveHeader(string $line): int
    {
        // A shop that hangs on to the connection could send headers for ever.
        $this->headerBytes += strlen($line);
        if (str_starts_with($line, 'HTTP/')) {
            $this->headers = [];
        } elseif ($this->headerBytes <= CallbackAttempt::KEPT_BYTES && str_contains($line, ':')) {
            [$name, $value] = explode(':', $line, 2);
            $name = strtolower(trim($name));
            $before = isset($this->headers[$name]) ? $this->headers[$name] . ', ' : '';
            $this->headers[$name] = $before . trim($value);
        }

        return strlen($line);
    }

    /** Takes a part of the body. Returns its length, as curl wants. */
    public function receiveBody(string $bytes): int
    {
        $this->bytes += strlen($bytes);
        $this->body .= substr($bytes, 0, max(0, CallbackAttempt::KEPT_BYTES - strlen($this->body)));

        return strlen($bytes);
    }
}
