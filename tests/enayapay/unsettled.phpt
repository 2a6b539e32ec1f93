--TEST--
EnayaPay: an undocumented answer settles nothing; a 200 with a response_code other than 0 is a refusal
--FILE--
<?php

namespace AurpayTest;

use Aurpay\EnayaPay\Client;

require __DIR__ . '/../support/recorder.php';

$answers = [[500, ''], [500, '{"details":"x"}'], [302, ''], [503, '<h1>nginx</h1>'], [200, '<h1>nginx</h1>'], [403, '{"details":"no"}'], [403, '<h1>no</h1>'], [204, ''], [200, '{"response_code":5,"response_message":"NO"}'], [429, ''], [200, '{"response_code":0}'], [200, '{"response_code":null}']];
foreach ($answers as [$status, $body]) {
    $client = new Client('key', ['handler' => new Recorder(['status' => $status, 'body' => $body])]);
    echo "{$status} {$body}: ";
    try {
        echo json_encode($client->changePassword('t-1', ['current_password' => 'pass-word', 'new_password' => 'new-word'])), "\n";
    } catch (\Aurpay\AurpayException $exception) {
        echo (new \ReflectionClass($exception))->getShortName(), " {$exception->getCode()}\n";
    }
}
?>
--EXPECT--
500 : OutcomeUnknownException 0
500 {"details":"x"}: OutcomeUnknownException 500
302 : OutcomeUnknownException 0
503 <h1>nginx</h1>: OutcomeUnknownException 0
200 <h1>nginx</h1>: OutcomeUnknownException 0
403 {"details":"no"}: ApiException 403
403 <h1>no</h1>: OutcomeUnknownException 0
204 : OutcomeUnknownException 0
200 {"response_code":5,"response_message":"NO"}: ApiException 5
429 : RateLimitException 0
200 {"response_code":0}: {"response_code":0}
200 {"response_code":null}: {"response_code":null}
