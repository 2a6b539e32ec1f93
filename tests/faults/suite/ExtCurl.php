<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

use AurpayTest\FaultServer;

/** The calls with ext-curl as people write them by hand: a reused handle, and every error checked. */
final class ExtCurl implements Caller
{
    private const CANNOT_CONNECT = [CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_SSL_CONNECT_ERROR];

    private readonly \CurlHandle $handle;

    public function __construct(private readonly FaultServer $server)
    {
        $this->handle = curl_init() ?: throw new \RuntimeException('curl_init');
    }

    public function warmUp(): void
    {
        for ($try = 0; $try < self::WARM_UP_TRIES; $try++) {
            if ($this->send(Request::warmUp(), self::WARM_UP, self::WARM_UP_SECONDS) !== false) {
                return;
            }
        }
        throw new \RuntimeException(curl_error($this->handle));
    }

    public function make(Plan $plan): Outcome
    {
        $body = $this->send(Request::of($plan), $plan->id, $plan->seconds());
        if ($body === false) {
            $isConnecting = in_array(curl_errno($this->handle), self::CANNOT_CONNECT, true);

            return new Outcome($isConnecting ? Report::NotExecuted : Report::Failed, curl_error($this->handle));
        }

        return Verdict::of($plan, (int) curl_getinfo($this->handle, CURLINFO_RESPONSE_CODE), $body);
    }

    private function send(Request $request, string $userAgent, float $seconds): string|false
    {
        $lines = [];
        foreach ($request->headersWith($userAgent) as $name => $value) {
            $lines[] = "{$name}: {$value}";
        }
        curl_reset($this->handle);
        curl_setopt_array($this->handle, [
            CURLOPT_URL => $this->server->baseUri . $request->target,
            CURLOPT_CUSTOMREQUEST => $request->method,
            CURLOPT_HTTPHEADER => $lines,
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_ENCODING => '',
            CURLOPT_TIMEOUT_MS => (int) ($seconds * 1000),
        ]);
        if ($request->method !== 'GET') {
            curl_setopt($this->handle, CURLOPT_POSTFIELDS, $request->body);
        }
        $caFile = (string) $this->server->caFile;
        if ($caFile !== '') {
            curl_setopt($this->handle, CURLOPT_CAINFO, $caFile);
        }
        $answer = curl_exec($this->handle);

        return is_bool($answer) ? false : $answer;
    }
}
