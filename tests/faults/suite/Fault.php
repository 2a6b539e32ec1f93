<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

/** A row of the table: what the server does with a call, and what the caller has to be told. */
final class Fault
{
    public const ALL = [Transport::Http, Transport::Tls, Transport::Http2];
    public const TLS = [Transport::Tls, Transport::Http2];
    public const HTTP2 = [Transport::Http2];
    public const HTTP1 = [Transport::Http, Transport::Tls];
    public const WARM = [true];
    public const COLD = [false];

    /**
     * @param non-empty-list<Due> $other what is due when the call is not a read; several where it is a matter of time
     * @param non-empty-list<Due> $read what is due for a read that is not tried again, or meets the fault each time
     * @param \Closure(Situation): array<string, mixed> $behaviour what the fault server does with the request
     * @param bool $isRetried a read is tried again, and succeeds when the fault is over by then
     * @param bool $untilDeadline nothing but the deadline ends the call
     * @param list<Transport> $transports
     * @param list<bool> $connections whether the connection is warm
     * @param array{trap?: string, vanish?: bool} $before what the call finds when it needs a new connection
     * @param array<string, mixed> $warmUp how the request is answered that made the connection warm
     * @param bool $isIdle the server has ended the connection before the call begins
     * @param (\Closure(Call): bool)|null $fits for which calls it makes sense; all when null
     * @param bool $isEndless only a limit of the client's or its deadline ends the answer
     * @param bool $isLarge the request has a body that does not go out at once, where it can have one
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
