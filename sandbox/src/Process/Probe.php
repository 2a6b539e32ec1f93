<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Process;

use Aurpay\Sandbox\Net\Host;

/**
 * Checks whether the server answers yet.
 */
final class Probe
{
    public string $lastError = '';

    /**
     * @param non-empty-string $url
     * @param string           $address to connect to, as this machine may not know the URL's host by its name
     */
    public function __construct(
        private readonly string $url,
        private readonly ?string $caFile,
        private readonly string $address,
    ) {}

    public function succeeds(): bool
    {
        $handle = curl_init($this->url);
        if ($handle === false) {
            return false;
        }
        curl_setopt_array($handle, [
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_PROXY => '',
            CURLOPT_CONNECT_TO => ['::' . Host::inUrl($this->address) . ':'],
            CURLOPT_TIMEOUT_MS => 2000,
            CURLOPT_NOSIGNAL => true,
        ]);
        if ($this->caFile !== null && $this->caFile !== '') {
            curl_setopt($handle, CURLOPT_CAINFO, $this->caFile);
        }
        curl_exec($handle);
        $status = curl_getinfo($handle, CURLINFO_RESPONSE_CODE);
        $this->lastError = curl_error($handle) !== '' ? curl_error($handle) : "HTTP status $status";

        return $status === 200;
    }
}
