<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Http;

/**
 * Limits how many requests of a kind occupy a worker at a time: streams, and those that wait. There are few workers.
 *
 * A slot is a lock on a file, which the system releases however the worker ends.
 */
final class WorkerSlots
{
    /** @var resource|null the locked file */
    private $taken = null;

    public function __construct(
        private readonly string $folder,
        private readonly string $kind,
        private readonly int $limit,
    ) {}

    /** Takes a slot until the object is released. Returns false if none is free. */
    public function take(): bool
    {
        for ($slot = 1; $slot <= $this->limit; $slot++) {
            $file = fopen("{$this->folder}/{$this->kind}-$slot.lock", 'c');
            if ($file !== false && flock($file, LOCK_EX | LOCK_NB)) {
                $this->taken = $file;

                return true;
            }
        }

        return false;
    }

    public function release(): void
    {
        if ($this->taken !== null) {
            fclose($this->taken);
            $this->taken = null;
        }
    }
}
