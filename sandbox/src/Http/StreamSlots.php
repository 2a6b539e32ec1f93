<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Http;

/**
 * Limits how many open streams there are at a time. A stream occupies a worker, and there are only a few.
 *
 * A slot is a lock on a file, which the system releases however the worker ends.
 */
final class StreamSlots
{
    /** @var resource|null the locked file */
    private $taken = null;

    public function __construct(private readonly string $folder, private readonly int $limit) {}

    /** Takes a slot until the object is released. Returns false if none is free. */
    public function take(): bool
    {
        for ($slot = 1; $slot <= $this->limit; $slot++) {
            $file = fopen("{$this->folder}/stream-$slot.lock", 'c');
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
