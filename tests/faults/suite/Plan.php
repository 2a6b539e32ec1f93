<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

/** One planned call: its method, its connection and its fault. */
final class Plan
{
    private const SECONDS = 10.0;
    /** For calls that only the deadline ends. */
    private const SECONDS_UNTIL_DEADLINE = 0.25;
    private const LARGE_FIELD_BYTES = 700000;

    /**
     * @param string $id the User-Agent, by which the server's log tells which requests belong to this call
     * @param non-empty-list<Due> $due
     * @param array<string, mixed> $behaviour what the fault server does
     * @param bool $persists whether every retry meets the fault too
     * @param bool $needsOwnConnection whether the call opens a new connection, over HTTP/1.1
     */
    public function __construct(
        public readonly string $id,
        public readonly Transport $transport,
        public readonly Call $call,
        public readonly Fault $fault,
        public readonly bool $isWarm,
        public readonly array $due,
        public readonly array $behaviour,
        public readonly bool $persists,
        public readonly bool $needsOwnConnection,
        private readonly float $patience = 1.0,
    ) {}

    /** The same call with more time, for a machine that was too busy to send the request before the deadline. */
    public function withMoreTime(): self
    {
        return new self(
            $this->id . 'x',
            $this->transport,
            $this->call,
            $this->fault,
            $this->isWarm,
            $this->due,
            $this->behaviour,
            $this->persists,
            $this->needsOwnConnection,
            $this->patience * 4,
        );
    }

    public function isLastTry(): bool
    {
        return $this->patience > 100;
    }

    public function seconds(): float
    {
        return $this->fault->untilDeadline ? self::SECONDS_UNTIL_DEADLINE * $this->patience : self::SECONDS;
    }

    /** How many bytes to add to the body of the request. */
    public function moreBytes(): int
    {
        return $this->fault->isLarge ? self::LARGE_FIELD_BYTES : 0;
    }

    /** @return array<string, mixed> the instructions for the fault server before the call */
    public function preparation(): array
    {
        $success = ['do' => 'answer'] + $this->call->provider->success($this->call);
        $warmUp = ['do' => 'answer'] + $this->fault->warmUp;

        return $this->fault->before + [
            'script' => [...($this->isWarm ? [$warmUp] : []), ...($this->persists ? [] : [$this->behaviour])],
            'default' => $this->persists ? $this->behaviour : $success,
            'drop' => !$this->isWarm,
        ];
    }

    /** The behaviour that the log must show for the first request; null when the fault comes before any request. */
    public function firstMet(): ?string
    {
        $do = $this->behaviour['do'];
        $isEarly = isset($this->fault->before['trap']) || in_array($do, ['close_before', 'close_during'], true);

        return $isEarly || !is_string($do) ? null : $do;
    }

    public function describe(): string
    {
        $connection = $this->isWarm ? 'warm' : 'cold';
        $behaviour = json_encode($this->behaviour, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES);

        return "{$this->id}: {$this->call->name} on a {$connection} connection ({$this->transport->value}), "
            . "{$this->fault->name}" . ($this->persists ? ', each time' : '') . ": {$behaviour}";
    }
}
