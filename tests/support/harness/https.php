<?php

/*
 * Makes HTTPS requests for a PHP without TLS: a line of JSON in, a line of JSON out.
 */

declare(strict_types=1);

namespace AurpayTest;

require_once __DIR__ . '/HttpResponse.php';
require_once __DIR__ . '/Http.php';

if (!in_array('ssl', stream_get_transports(), true)) {
    // Without openssl, Http::request() would start another copy of this script, and so on.
    echo json_encode(['unsupported' => 'the PHP that runs the test servers has no openssl']), "\n";
    exit(77);
}
echo json_encode(['ready' => true]), "\n";
while (($line = fgets(STDIN)) !== false) {
    /** @var array{string, string, ?string, array<string, string>, ?string} $request */
    $request = json_decode($line, true, 512, JSON_THROW_ON_ERROR);
    [$method, $uri, $body, $headers, $caFile] = $request;
    $decodedBody = $body === null ? null : (string) base64_decode($body, true);
    $response = Http::request($method, $uri, $decodedBody, $headers, $caFile);
    echo json_encode([
        'status' => $response->status,
        'headers' => $response->headers,
        'body' => base64_encode($response->body),
    ], JSON_THROW_ON_ERROR), "\n";
}
