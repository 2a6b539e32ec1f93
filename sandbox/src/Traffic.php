<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

use Aurpay\Sandbox\Http\Redaction;
use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Http\Response;
use Aurpay\Sandbox\Json\Writer;
use Aurpay\Sandbox\Store\Merchants;

/**
 * Records the calls of Aurpay's API with their answers, and the callbacks. Each
 * is a line of JSON, appended to the file that AURPAY_SANDBOX_TRAFFIC names.
 * Several sandboxes may share the file.
 */
final readonly class Traffic
{
    public const VARIABLE = 'AURPAY_SANDBOX_TRAFFIC';

    public function __construct(private string $file, private Merchants $merchants) {}

    /** @param bool $faulted whether a fault has spoilt the answer */
    public function add(Request $request, Response $response, string $at, bool $faulted): void
    {
        $secrets = $this->merchants->secrets();
        $this->append([
            'kind' => 'call',
            'at' => $at,
            'method' => $request->method,
            // Below the base URI, as in the description.
            'target' => Redaction::text(substr($request->target, strlen($request->prefix)), $secrets),
            'request_headers' => (object) Redaction::headers($request->headers),
            'request_body' => Redaction::text($request->body, $secrets),
            'status' => $response->status,
            'code' => $response->code,
            'response_headers' => (object) $response->headers,
            'response_body' => Redaction::text($response->body, $secrets),
            'fault' => $faulted,
            'warnings' => $response->warnings,
        ]);
    }

    /**
     * A callback that is being sent.
     *
     * @param array<string, string> $headers
     */
    public function addCallback(string $url, array $headers, ?string $body, string $at): void
    {
        $secrets = $this->merchants->secrets();
        $this->append([
            'kind' => 'callback',
            'at' => $at,
            'method' => $body === null ? 'GET' : 'POST',
            'target' => Redaction::text($url, $secrets),
            'request_headers' => (object) Redaction::headers(array_change_key_case($headers)),
            'request_body' => Redaction::text($body ?? '', $secrets),
        ]);
    }

    /**
     * @param array<string, mixed> $entry
     */
    private function append(array $entry): void
    {
        file_put_contents($this->file, Writer::encode($entry) . "\n", FILE_APPEND | LOCK_EX);
    }
}
