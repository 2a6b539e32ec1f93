--TEST--
tests/support: TLS servers can be reached even when the PHP under test has no openssl extension
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../harness.php';

$server = fault_server('--tls');
$options = $server->options();
var_dump($options['ca_file'] === $server->caFile, str_starts_with($server->pin(), 'sha256//'));
$response = Http::request('PUT', $server->baseUri . '/x?y=1', "\xff", ['a' => 'b'], $server->caFile);
echo $response->status, ' ', json_encode($response->json()['data']), "\n";
$entry = $server->log()[0];
echo $entry['method'], ' ', $entry['body_base64'], ' ', $entry['headers']['a'], "\n";

// As in a PHP without the openssl extension.
$by_tools_php = new \ReflectionMethod(Http::class, 'byToolsPhp');
$response = $by_tools_php->invoke(null, 'PUT', $server->baseUri . '/x?y=1', "\xff", ['a' => 'b'], $server->caFile);
echo $response->status, ' ', json_encode($response->json()['data']), "\n";
echo $server->log()[1]['body_base64'], "\n";
?>
--EXPECT--
bool(true)
bool(true)
200 {"method":"PUT","target":"\/x?y=1"}
PUT /w== b
200 {"method":"PUT","target":"\/x?y=1"}
/w==
