<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Process;

/**
 * A way of serving public/index.php over HTTP.
 */
interface Server
{
    public function baseUri(int $port): string;

    /** The CA to verify it with; null without TLS. */
    public function caFile(): ?string;

    /**
     * @return list<Child>
     */
    public function start(int $port, string $configFile): array;
}
