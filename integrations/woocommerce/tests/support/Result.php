<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** What became of a process. */
final readonly class Result
{
    /** The exit status of a process that was killed with SIGKILL, as a shell reports it. */
    private const KILLED = 137;

    public function __construct(public int $status, public string $output, public string $errors) {}

    public function wasKilled(): bool
    {
        return $this->status === self::KILLED;
    }

    /** The output of a process that has succeeded. */
    public function requireSuccess(string $what): string
    {
        if ($this->status !== 0) {
            throw new \RuntimeException("$what failed with status {$this->status}:\n{$this->errors}\n{$this->output}");
        }

        return $this->output;
    }
}
