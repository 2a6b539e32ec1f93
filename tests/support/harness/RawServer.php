<?php

declare(strict_types=1);

namespace AurpayTest;

/** Answers with any bytes that a test gives it, over plain http, and counts whole requests. */
final class RawServer
{
    public readonly string $baseUri;
    private readonly Child $child;

    public function __construct()
    {
        $this->child = Child::python('raw_server.py');
        $uri = $this->child->info['base_uri'] ?? null;
        $this->baseUri = is_string($uri) ? $uri : throw new \LogicException('the server did not send base_uri');
    }

    /** Sets the bytes to send once and those to repeat; returns how many requests came since the last call. */
    public function answer(string $once, ?string $again = null, bool $close = true): int
    {
        $answer = ['once' => $once, 'close' => $close] + ($again === null ? [] : ['again' => $again]);
        $requests = $this->child->ask((string) json_encode($answer))['requests'] ?? null;

        return is_int($requests) ? $requests : throw new \LogicException('the server did not send the number of requests');
    }
}
