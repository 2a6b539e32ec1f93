<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

use Aurpay\Sandbox\Advice\Warning;
use Aurpay\Sandbox\Api\Gateway;
use Aurpay\Sandbox\Auth\SignatureReport;
use Aurpay\Sandbox\Control\ControlApi;
use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Http\Response;
use Aurpay\Sandbox\Store\Fault;

/**
 * Answers a request: with a page, the API's description, a control endpoint or
 * an API.
 */
final readonly class Application
{
    /** All of them are in the log. The head of an answer has little room. */
    private const MOST_WARNINGS = 8;

    public function __construct(private Services $services) {}

    public function handle(Request $request): Response
    {
        if ($request->isControl()) {
            return (new ControlApi($this->services))->handle($request);
        }
        if ($request->isRead() && $request->path === ApiDescription::PATH) {
            return ApiDescription::serve($this->services->config->baseUri);
        }
        if (($page = (new DeveloperPage($this->services))->find($request)) !== null) {
            return $page;
        }
        $page = $request->isRead()
            ? CashierPage::find($request->path, $this->services->config->waitingRoom)
            : null;

        return $page ?? BrowserFiles::find($request) ?? $this->answer($request);
    }

    private function answer(Request $request): Response
    {
        $started = microtime(true);
        // Every answer of Aurpay has a trace id ("A-Trace-Id" in the recorded answers).
        $traceId = bin2hex(random_bytes(16));
        [$faultId, $fault] = $this->services->faults->take($request->method, $request->path) ?? [null, null];

        if ($fault !== null) {
            $this->services->advice->mute();
        }
        $response = $fault === null || $fault->execute
            ? $this->execute($request, $traceId)
            : Response::json((object) []);
        $provider = Provider::of($request->path);
        $response = $response->withHeaders(($provider === Provider::Aurpay ? ['a-trace-id' => $traceId] : []) + [
            // Clients compare their clock with this header.
            'Date' => gmdate('D, d M Y H:i:s', $this->services->clock->now()) . ' GMT',
        ]);
        if ($fault !== null) {
            $response = $fault->spoil($response);
        }
        $warnings = $this->services->advice->warnings();
        $response = $response->withWarnings(array_map(
            static fn (Warning $warning): string => $warning->header(),
            array_slice($warnings, 0, self::MOST_WARNINGS),
        ));
        $this->services->database->transaction(fn () => $this->services->requests->add(
            $request,
            $response,
            $this->services->clock->stamp(),
            $traceId,
            $faultId,
            (int) ((microtime(true) - $started) * 1000),
            $warnings,
            $provider === Provider::Aurpay ? $this->signatureReport($request) : null,
        ));
        if ($provider === Provider::Aurpay && !in_array($request->path, Gateway::UNDOCUMENTED, true)) {
            $this->services->traffic?->add($request, $response, $this->services->clock->stamp(), $fault !== null);
        }
        $this->delay($fault);

        return $response;
    }

    private function execute(Request $request, string $traceId): Response
    {
        try {
            return match (Provider::of($request->path)) {
                Provider::Aurpay => (new Gateway($this->services))->handle($request, $traceId),
                Provider::AzPays => (new AzPays\Api($this->services))->handle($request),
                Provider::EnayaPay => (new EnayaPay\Api($this->services))->handle($request),
            };
        } catch (\Throwable $failure) {
            error_log((string) $failure);

            return Response::json(
                ['result' => false, 'code' => 500, 'message' => 'Error in the sandbox', 'trace_id' => $traceId],
                500,
                500,
            );
        }
    }

    /**
     * @return array<string, mixed>|null
     */
    private function signatureReport(Request $request): ?array
    {
        return (new SignatureReport($this->services->merchants, $this->services->clock))->of($request);
    }

    /** Waits after the call was executed, so that a client that times out cannot know whether it was. */
    private function delay(?Fault $fault): void
    {
        if ($fault !== null && $fault->delayMs > 0) {
            usleep($fault->delayMs * 1000);
        }
    }
}
