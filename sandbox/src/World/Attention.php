<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\World;

use Aurpay\Sandbox\Callback\Delivery;
use Aurpay\Sandbox\Cli\Reporter;
use Aurpay\Sandbox\Services;

/**
 * Does for the merchants' worlds what the supervisor does for its own: delivers
 * callbacks, lets orders time out, prints requests.
 *
 * It opens a world only after a change, and when a callback or a timeout is
 * due. So 200 idle worlds cost nothing, and no open file.
 */
final class Attention
{
    /** How long it waits after a failure. */
    private const PAUSE_SECONDS = 5.0;

    /** @var array<string, float> name => when to look next, in seconds of the real clock */
    private array $next = [];

    public function __construct(
        private readonly Worlds $worlds,
        private readonly Delivery $delivery,
        private readonly Reporter $reporter,
    ) {
        foreach ($worlds->names() as $name) {
            $services = $worlds->open($name);
            $services === null || $reporter->skip($services);
        }
    }

    /** Looks at every world that needs it. */
    public function give(): void
    {
        foreach ($this->worlds->takeAwake() as $name) {
            $this->next[$name] = 0.0;
        }
        $now = microtime(true);
        foreach (array_keys(array_filter($this->next, static fn (float $at): bool => $at <= $now)) as $name) {
            // A name of digits is an integer as a key.
            $this->lookAt((string) $name);
        }
    }

    private function lookAt(string $name): void
    {
        unset($this->next[$name]);
        try {
            $services = $this->worlds->open($name);
            if ($services === null) {
                return;
            }
            $services->cashier->expireOldOrders();
            $this->delivery->beginDue($services);
            $this->reporter->requests($services);
            $next = self::nextWork($services);
            if ($next !== null) {
                $this->next[$name] = $next;
            }
        } catch (\PDOException $failure) {
            // A world can be removed during the look. Any other failure, a full disk for example, may pass.
            if ($this->worlds->has($name)) {
                error_log("sandbox: merchant $name: " . $failure->getMessage());
                $this->next[$name] = microtime(true) + self::PAUSE_SECONDS;
            }
        }
    }

    private static function nextWork(Services $services): ?float
    {
        $callback = $services->callbacks->nextDueMs();
        $expiry = $services->cashier->nextExpiry();
        $times = [];
        if ($callback !== null) {
            $times[] = $callback / 1000;
        }
        if ($expiry !== null) {
            $times[] = (float) ($expiry - $services->clock->offset());
        }

        return $times === [] ? null : min($times);
    }
}
