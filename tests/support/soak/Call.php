<?php

declare(strict_types=1);

namespace AurpayTest\Soak;

/** One call of a shop, as the shop told it. */
final class Call
{
    public const SUCCESS = 'success';

    /**
     * @param string $id in the request; only of calls that are not reads
     * @param string $outcome SUCCESS, or the class of what was thrown, without its namespace
     * @param string $reason of the exception, or ''
     */
    public function __construct(
        public readonly string $method,
        public readonly string $id,
        public readonly string $outcome,
        public readonly string $reason = '',
        public readonly string $message = '',
    ) {}

    public function isSuccess(): bool
    {
        return $this->outcome === self::SUCCESS;
    }

    /** Whether it may have been executed, and the shop cannot know. */
    public function isUnknown(): bool
    {
        return $this->outcome === 'OutcomeUnknownException';
    }

    /** Whether the shop was told that it was not executed. */
    public function isNotExecuted(): bool
    {
        $outcomes = ['TransportException', 'ApiException', 'AuthenticationException', 'RateLimitException'];

        return in_array($this->outcome, $outcomes, true);
    }

    public function kind(): string
    {
        return $this->reason === '' ? $this->outcome : "{$this->outcome} ({$this->reason})";
    }

    public function describe(): string
    {
        return "{$this->method}() {$this->id}: {$this->kind()} {$this->message}";
    }
}
