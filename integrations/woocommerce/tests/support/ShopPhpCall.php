<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** PHP that runs in a shop. */
final readonly class ShopPhpCall
{
    public function __construct(public Process $process, private string $resultFile, private string $log) {}

    /** Waits for its end, and returns what it has returned. */
    public function value(): mixed
    {
        $result = $this->process->wait();
        $content = @file_get_contents($this->resultFile);
        @unlink($this->resultFile);
        if ($content === false) {
            throw new \RuntimeException("PHP in the shop returned nothing (status {$result->status}):\n{$result->said()}\n"
                . substr((string) @file_get_contents($this->log), -2000));
        }
        $decoded = json_decode($content, true, 512, JSON_THROW_ON_ERROR);

        return is_array($decoded) ? $decoded['value'] ?? null : null;
    }
}
