<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

use AurpayTest\FaultServer;
use GuzzleHttp\Client;
use GuzzleHttp\Exception\ConnectException;
use GuzzleHttp\Exception\GuzzleException;
use Psr\Http\Message\ResponseInterface;

/** The calls with one Guzzle client, which keeps its connections and follows no redirects. */
final class Guzzle implements Caller
{
    private readonly Client $client;

    public function __construct(FaultServer $server, Transport $transport)
    {
        $this->client = new Client([
            'base_uri' => $server->baseUri,
            'verify' => $server->caFile ?? true,
            'version' => $transport === Transport::Http2 ? 2.0 : 1.1,
            'allow_redirects' => false,
            'http_errors' => false,
        ]);
    }

    public function warmUp(): void
    {
        for ($try = 0; $try < self::WARM_UP_TRIES; $try++) {
            try {
                $this->send(Request::warmUp(), self::WARM_UP, self::WARM_UP_SECONDS);

                return;
            } catch (GuzzleException $exception) {
                // The connection ended while it was idle.
            }
        }
        throw $exception;
    }

    public function make(Plan $plan): Outcome
    {
        try {
            $answer = $this->send(Request::of($plan), $plan->id, $plan->seconds());
        } catch (ConnectException $exception) {
            return new Outcome(Report::NotExecuted, $exception->getMessage());
        } catch (GuzzleException $exception) {
            return new Outcome(Report::Failed, $exception->getMessage());
        }

        return Verdict::of($plan, $answer->getStatusCode(), (string) $answer->getBody());
    }

    private function send(Request $request, string $userAgent, float $seconds): ResponseInterface
    {
        return $this->client->request($request->method, $request->target, [
            'headers' => $request->headersWith($userAgent),
            'body' => $request->body,
            'timeout' => $seconds,
        ]);
    }
}
