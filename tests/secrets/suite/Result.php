<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

/** What a process has shown. */
final class Result
{
    public int $calls = 0;

    /** How many things it named and showed: calls, objects, logs, leaks. */
    public int $shown = 0;

    /** @var list<Finding> secrets that were shown or left in memory */
    public array $findings = [];

    /** @var list<string> what else is wrong */
    public array $problems = [];

    /** @var array<string, int> what the witness has looked at */
    public array $seen = [];

    /** @var array<string, int> secrets in the part of the stack that is not in use, by their names */
    public array $stack = [];

    public float $seconds = 0;

    public function __construct(public readonly Job $job) {}

    public function isGood(): bool
    {
        return $this->findings === [] && $this->problems === [];
    }
}
