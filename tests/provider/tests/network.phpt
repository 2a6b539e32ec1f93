--TEST--
An added provider, over the network: its trace id in a header, a lost answer, many pages
--SKIPIF--
<?php
if (!class_exists('Aurpay\Quay\Client')) {
    die('skip needs the build of ./dev test --provider');
}
?>
--FILE--
<?php

namespace AurpayTest;

use Aurpay\OutcomeUnknownException;
use Aurpay\Quay\Client;

require __DIR__ . '/../support/recorder.php';

$server = fault_server();
$client = new Client('key', $server->options());

$server->script(
    ['do' => 'answer', 'json' => ['ok' => true, 'payload' => ['available' => 1]], 'headers' => ['x-quay-call' => 'c-1']],
    ['do' => 'answer', 'status' => 400, 'json' => ['ok' => false, 'error' => 'no'], 'headers' => ['x-quay-call' => 'c-2']],
);
show($client->balance());
show($client->lastResponse()['trace_id']);
throws(static fn () => $client->payout('p-1'));

// A read is retried, any other call is not.
$server->script('close', ['do' => 'answer', 'json' => ['ok' => true, 'payload' => ['payout' => 'p-1', 'value' => '2.0']]]);
show($client->payout('p-1'));
$before = $server->executed();
$server->script('close');
echo outcome(static fn () => $client->send(['reference' => 's-1', 'value' => 1])), "\n";
$server->script('close');
echo outcome(static fn () => $client->release('p-1', 'operator-token', ['pin' => '0123'])), "\n";
echo 'executed: ', $server->executed() - $before, "\n";

$server->stop();

/** The end of the message, which names the call that finds out the outcome. */
function outcome(callable $call): string
{
    try {
        $call();
    } catch (OutcomeUnknownException $exception) {
        return substr(strrchr($exception->getMessage(), ';'), 2);
    }

    return 'no doubt';
}
?>
--EXPECT--
[available: '1']
'c-1'
Aurpay\ApiException: GET /payouts/p-1 was refused: no (code 0, HTTP status 400, trace id c-2)
[payout: 'p-1', value: '2.0']
Quay\Client::payouts() tells whether the payout was made
GET /payouts/{id} tells whether the payout was released
executed: 2
