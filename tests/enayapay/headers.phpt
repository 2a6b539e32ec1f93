--TEST--
EnayaPay: the merchant's key and the user's token are sent in two headers, the token only with the calls that need it
--FILE--
<?php

namespace AurpayTest;

use Aurpay\EnayaPay\Client;

require __DIR__ . '/../support/harness.php';

$server = fault_server('--tls');
$server->default(['do' => 'answer', 'body' => '{"status":"active"}']);
$client = new Client('merchant-key', $server->options());
$client->login(['user_phone' => '0249', 'user_password' => 'x']);
$client->resetPassword('user-token', ['user_phone' => '0249', 'user_password' => 'x']);
foreach ($server->log() as $entry) {
    echo "{$entry['method']} {$entry['target']} key: {$entry['headers']['x-api-key']}, token: ",
        $entry['headers']['token'] ?? 'none', ", {$entry['headers']['content-type']}\n";
}
print_r(array_slice($client->lastResponse(), 0, 3));
$server->stop();
?>
--EXPECT--
POST /login/ key: merchant-key, token: none, application/json
POST /rest/password/ key: merchant-key, token: user-token, application/json
Array
(
    [method] => POST
    [path] => /rest/password/
    [status] => 200
)
