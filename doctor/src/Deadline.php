<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** The moment by which an answer must be complete: a timeout of PHP's streams begins anew with each byte. */
final class Deadline
{
    private const SLICE = 0.2;

    private readonly float $end;

    public function __construct(private readonly float $seconds)
    {
        $this->end = hrtime(true) / 1e9 + $seconds;
    }

    /**
     * @param resource $stream
     * @return string at most $length bytes; "" at the end
     * @throws \RuntimeException if it has passed
     */
    public function read($stream, int $length): string
    {
        while (($left = $this->end - hrtime(true) / 1e9) > 0) {
            // A signal does not end a read, and its handler waits for it.
            stream_set_timeout($stream, 0, (int) (min($left, self::SLICE) * 1e6) + 1);
            $part = (string) @fread($stream, max(1, $length));
            if ($part !== '' || !stream_get_meta_data($stream)['timed_out']) {
                return $part;
            }
        }
        throw new \RuntimeException("the answer was not complete after {$this->seconds} seconds");
    }
}
