<?php

declare(strict_types=1);

namespace AurpayTest\Soak;

/** Something that happens to a shop in its life. */
abstract class Event
{
    /** @var array<string, int> how the calls of the visits meanwhile ended: how often, by kind */
    private array $kinds = [];

    private int $visits = 0;
    private int $unknown = 0;

    abstract public function name(): string;

    /** Makes it happen. Returns when it is over, and the next calls must succeed. */
    abstract public function happen(Scene $scene): void;

    /** Whether a call that did not succeed is explained by this event. */
    public function explains(Call $call): bool
    {
        return false;
    }

    /** Whether php-fpm may have lost a web request. */
    public function losesVisits(): bool
    {
        return false;
    }

    /** How many unknown outcomes can come from it at most. */
    public function unknownAtMost(): int
    {
        return 0;
    }

    public function add(Visit $visit): void
    {
        $this->visits++;
        foreach ($visit->calls as $call) {
            $this->kinds[$call->kind()] = ($this->kinds[$call->kind()] ?? 0) + 1;
            $this->unknown += (int) $call->isUnknown();
        }
    }

    public function unknown(): int
    {
        return $this->unknown;
    }

    public function describe(): string
    {
        $kinds = [];
        foreach ($this->kinds as $kind => $count) {
            $kinds[] = "{$count} {$kind}";
        }

        return "{$this->name()}: {$this->visits} visits; calls: " . implode(', ', $kinds);
    }
}
