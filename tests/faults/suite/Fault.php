<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

/** A row of the table: what the server does with a call, and which outcome the caller must get. */
final class Fault
{
    public const ALL = [Transport::Http, Transport::Tls, Transport::Http2];
    public const TLS = [Transport::Tls, Transport::Http2];
    public const HTTP2 = [Transport::Http2];
    public const HTTP1 = [Transport::Http, Transport::Tls];
    public const WARM = [true];
    public const COLD = [false];

    /**
     * @param non-empty-list<Due> $other the outcome of a call that is not a read; several where timing decides
     * @param non-empty-list<Due> $read the outcome of a read that is not retried, or that meets the fault each time
     * @param \Closure(Situation): array<string, mixed> $behaviour what the fault server does with the request
     * @param bool $isRetried a read is retried, and succeeds when the fault is over by then
     * @param bool $untilDeadline only the deadline ends the call
     * @param list<Transport> $transports
     * @param list<bool> $connections whether the connection is warm
     * @param array{trap?: string, vanish?: bool} $before what the call meets when it needs a new connection
     * @param array<string, mixed> $warmUp the answer to the request that made the connection warm
     * @param bool $isIdle the server closes the connection before the call begins
     * @param (\Closure(Call): bool)|null $fits which calls can meet the fault; null for all
     * @param bool $isEndless only a limit or the deadline of the client ends the answer
     * @param bool $isLarge the request has a body, where it can have one, that is too large to leave at once
     */
    public function __construct(
        public readonly string $name,
        public readonly array $other,
        public readonly array $read,
        public readonly Executed $executed,
        public readonly \Closure $behaviour,
        public readonly bool $isRetried = false,
        public readonly bool $untilDeadline = false,
        public readonly array $transports = self::ALL,
        public readonly array $connections = [true, false],
        public readonly array $before = [],
        public readonly array $warmUp = [],
        public readonly bool $isIdle = false,
        public readonly ?\Closure $fits = null,
        public readonly bool $isEndless = false,
        public readonly bool $isLarge = false,
    ) {}

    public function fits(Call $call): bool
    {
        return $this->fits === null || ($this->fits)($call);
    }
}
