--TEST--
AzPays::sign() requests a one-time password at most once and without credentials; when the outcome is unknown, it says that no call finds it out
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AzPays\Client;
use Aurpay\OutcomeUnknownException;

require __DIR__ . '/../support/harness.php';

$server = fault_server('--tls');
$server->default(['do' => 'answer', 'body' => '{"succeed":true,"message":"sent"}']);
echo json_encode(Client::sign('hi@trader4.net', $server->options())), "\n";
$server->script('close');
expect_exception(static fn () => Client::sign('+447888872720', $server->options()), OutcomeUnknownException::class);
foreach ($server->log() as $entry) {
    echo "{$entry['method']} {$entry['target']} {$entry['body']} ", $entry['headers']['authorization'] ?? 'no credentials', "\n";
}
throws(static fn () => Client::sign(' '));
throws(static fn () => Client::sign('a', ['token' => 'b']));

// Whatever it answers with is an array.
foreach (['"sent"', '7', 'true', 'null', '{"sent":true}', '["sent"]'] as $result) {
    $answer = ['body' => '{"succeed":true,"message":"sent","result":' . $result . '}'];
    echo json_encode(Client::sign('a', ['handler' => static fn (): array => $answer])), "\n";
}
$answer = ['body' => '{"succeed":1,"message":"sent"}'];
throws(static fn () => Client::sign('a', ['handler' => static fn (): array => $answer]));

$client = new Client('access-token', $server->options());
$server->default(['do' => 'answer', 'body' => '{"succeed":true,"result":[]}']);
$client->purses();
echo $server->log()[2]['headers']['authorization'], "\n";
$server->stop();
?>
--EXPECTF--
[]
Aurpay\OutcomeUnknownException: POST /oauth/sign may have been executed: it failed: the connection was lost before 127.0.0.1:PORT answered (%s); no call of the API tells whether it was, do not repeat it blindly
POST /oauth/sign {"id":"hi@trader4.net"} no credentials
POST /oauth/sign {"id":"+447888872720"} no credentials
ValueError: Aurpay\AzPays\Client::sign(): Argument #1 ($id) must not be empty or blank
ValueError: Aurpay\AzPays\Client::sign(): Argument #2 ($options) has an unknown option "token"; %s
["sent"]
[7]
[true]
[]
{"sent":true}
["sent"]
Aurpay\OutcomeUnknownException: POST /v1/oauth/sign may have been executed: it got an answer that is not the API's: JSON without the API's envelope (HTTP status 200); no call of the API tells whether it was, do not repeat it blindly
Bearer access-token
