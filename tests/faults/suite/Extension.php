<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

use Aurpay\AurpayException;
use Aurpay\Client;
use Aurpay\TransportException;
use AurpayTest\FaultServer;

/**
 * The calls with the extension. Each call has its own client; the connections belong to the process.
 *
 * @phpstan-import-type Options from Clients
 */
final class Extension implements Caller
{
    private const MAX_RESPONSE_BYTES = 65536;

    public function __construct(private readonly FaultServer $server) {}

    public function warmUp(): void
    {
        $client = new Client('key', ['retries' => 0] + $this->options(self::WARM_UP, self::WARM_UP_SECONDS));
        for ($try = 1; true; $try++) {
            try {
                $client->request('GET', '/warm-up');

                return;
            } catch (TransportException $exception) {
                $try < self::WARM_UP_TRIES || throw $exception;
            }
        }
    }

    public function make(Plan $plan): Outcome
    {
        try {
            ($plan->call->make)(new Clients($this->options($plan->id, $plan->seconds()), $plan->moreBytes()));
        } catch (AurpayException $exception) {
            $due = Due::of($exception);
            $report = $due->saysNothingWasExecuted() ? Report::NotExecuted : Report::Unknown;

            return new Outcome($report, self::wordsOf($exception), $due, $exception);
        }

        return new Outcome(Report::Success, '', Due::Success);
    }

    /** @return Options */
    private function options(string $userAgent, float $seconds): array
    {
        /** @var Options $options */
        $options = $this->server->options([
            'user_agent' => $userAgent,
            'timeout' => $seconds,
            'max_response_bytes' => self::MAX_RESPONSE_BYTES,
        ]);

        return $options;
    }

    private static function wordsOf(\Throwable $exception): string
    {
        $words = [];
        for ($one = $exception; $one !== null; $one = $one->getPrevious()) {
            $words[] = $one::class . ': ' . $one->getMessage();
        }

        return implode(' <- ', $words);
    }
}
