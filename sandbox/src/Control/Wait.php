<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Control;

use Aurpay\Sandbox\Input;
use Aurpay\Sandbox\InvalidInput;

/**
 * A control request that waits for something (?wait=SECONDS).
 */
final readonly class Wait
{
    private const MOST_SECONDS = 30;

    private float $deadline;

    /**
     * @param \Closure(): array<string, mixed>     $look
     * @param \Closure(array<string, mixed>): bool $isThere whether it is what the request waits for
     */
    public function __construct(int $seconds, private \Closure $look, private \Closure $isThere)
    {
        $this->deadline = microtime(true) + $seconds;
    }

    /** The seconds of ?wait=; null if it is not there. */
    public static function seconds(Input $query): ?int
    {
        if (!$query->has('wait')) {
            return null;
        }
        $value = $query->text('wait');
        if (preg_match('/^[0-9]{1,2}$/D', $value) !== 1 || (int) $value < 1 || (int) $value > self::MOST_SECONDS) {
            throw new InvalidInput('wait must be 1 to ' . self::MOST_SECONDS . ' seconds');
        }

        return (int) $value;
    }

    /**
     * The answer, or null if the request has to wait longer. At the end of the
     * time it is what there is, with "waited_out".
     *
     * @return array<string, mixed>|null
     */
    public function look(): ?array
    {
        $isLate = microtime(true) >= $this->deadline;
        $seen = ($this->look)();
        if (($this->isThere)($seen)) {
            return $seen;
        }

        return $isLate ? $seen + ['waited_out' => true] : null;
    }
}
