--TEST--
AzPays::verify() sends a one-time password at most once and without credentials, never shows it, and takes only text
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AzPays\Client;
use Aurpay\AurpayException;

require __DIR__ . '/../support/harness.php';

$server = fault_server('--tls');
$answer = '{"succeed":true,"message":"ok","result":{"access_token":"token-of-the-user","token_type":"Bearer","email":null,"private":false,"status":11,"balance":1.10}}';
$server->default(['do' => 'answer', 'body' => $answer]);
echo json_encode($user = Client::verify('hi@trader4.net', '012345', $server->options())), "\n";
echo json_encode(Client::verify('+447888872720', ' 9 ', $server->options()) === $user), "\n";

echo "faults\n";
$fails = static function () use ($server): void {
    try {
        Client::verify('hi@trader4.net', '987654', $server->options());
        echo "nothing was thrown\n";
    } catch (AurpayException $exception) {
        say($exception::class . ': ' . $exception->getMessage());
        echo str_contains(print_r($exception, true) . $exception->getTraceAsString(), '987654') ? "THE CODE IS SHOWN\n" : '';
        echo str_contains(print_r($exception, true), 'token-of-the-user') ? "THE TOKEN IS SHOWN\n" : '';
    }
};
$server->script('close');
$fails();
$server->script(['do' => 'answer', 'status' => 500, 'body' => $answer]);
$fails();
$server->script(['do' => 'answer', 'body' => '{"succeed":false,"message":"987654 is wrong"}']);
$fails();
$server->script(['do' => 'answer', 'body' => '{"succeed":true,"result":null}']);
$fails();
foreach ($server->log() as $entry) {
    echo "{$entry['method']} {$entry['target']} {$entry['body']} ", $entry['headers']['authorization'] ?? 'no credentials', "\n";
}

echo "arguments, without strict_types\n";
$server->reset();
$options = $server->options();
throws(static fn () => Client::verify('a', '', $options));
throws(static fn () => Client::verify('a', " \n", $options));
throws(static fn () => Client::verify(' ', '1', $options));
foreach ([12345, 1.5, true, null, ['1'], new \ArrayObject()] as $value) {
    throws(static fn () => Client::verify('a', $value, $options));
    throws(static fn () => Client::verify($value, '1', $options));
    throws(static fn () => Client::sign($value, $options));
}
throws(static fn () => Client::verify('a'));
throws(static fn () => Client::verify('a', '1', ['token' => 'b']));
echo 'requests: ', $server->counts()['requests'], "\n";
$server->stop();
?>
--EXPECTF--
{"access_token":"token-of-the-user","token_type":"Bearer","email":null,"private":false,"status":11,"balance":"1.10"}
true
faults
Aurpay\OutcomeUnknownException: POST /oauth/verify may have been executed: it failed: the connection was lost before 127.0.0.1:PORT answered (%s); AzPays\Client::sign() sends a new code
Aurpay\OutcomeUnknownException: POST /oauth/verify may have been executed: it got the API's envelope with the undocumented HTTP status 500; AzPays\Client::sign() sends a new code
Aurpay\ApiException: POST /oauth/verify was refused: *** is wrong (code 0, HTTP status 200)
Aurpay\OutcomeUnknownException: POST /oauth/verify may have been executed: it got an answer that is not the API's: an envelope whose data is neither an object nor a list (HTTP status 200); AzPays\Client::sign() sends a new code
POST /oauth/verify {"id":"hi@trader4.net","code":"012345"} no credentials
POST /oauth/verify {"id":"+447888872720","code":" 9 "} no credentials
POST /oauth/verify {"id":"hi@trader4.net","code":"987654"} no credentials
POST /oauth/verify {"id":"hi@trader4.net","code":"987654"} no credentials
POST /oauth/verify {"id":"hi@trader4.net","code":"987654"} no credentials
POST /oauth/verify {"id":"hi@trader4.net","code":"987654"} no credentials
arguments, without strict_types
ValueError: Aurpay\AzPays\Client::verify(): Argument #2 ($code) must not be empty or blank
ValueError: Aurpay\AzPays\Client::verify(): Argument #2 ($code) must not be empty or blank
ValueError: Aurpay\AzPays\Client::verify(): Argument #1 ($id) must not be empty or blank
TypeError: Aurpay\AzPays\Client::verify(): Argument #2 ($code) must be of type string, int given
TypeError: Aurpay\AzPays\Client::verify(): Argument #1 ($id) must be of type string, int given
TypeError: Aurpay\AzPays\Client::sign(): Argument #1 ($id) must be of type string, int given
TypeError: Aurpay\AzPays\Client::verify(): Argument #2 ($code) must be of type string, float given
TypeError: Aurpay\AzPays\Client::verify(): Argument #1 ($id) must be of type string, float given
TypeError: Aurpay\AzPays\Client::sign(): Argument #1 ($id) must be of type string, float given
TypeError: Aurpay\AzPays\Client::verify(): Argument #2 ($code) must be of type string, bool given
TypeError: Aurpay\AzPays\Client::verify(): Argument #1 ($id) must be of type string, bool given
TypeError: Aurpay\AzPays\Client::sign(): Argument #1 ($id) must be of type string, bool given
TypeError: Aurpay\AzPays\Client::verify(): Argument #2 ($code) must be of type string, null given
TypeError: Aurpay\AzPays\Client::verify(): Argument #1 ($id) must be of type string, null given
TypeError: Aurpay\AzPays\Client::sign(): Argument #1 ($id) must be of type string, null given
TypeError: Aurpay\AzPays\Client::verify(): Argument #2 ($code) must be of type string, array given
TypeError: Aurpay\AzPays\Client::verify(): Argument #1 ($id) must be of type string, array given
TypeError: Aurpay\AzPays\Client::sign(): Argument #1 ($id) must be of type string, array given
TypeError: Aurpay\AzPays\Client::verify(): Argument #2 ($code) must be of type string, ArrayObject given
TypeError: Aurpay\AzPays\Client::verify(): Argument #1 ($id) must be of type string, ArrayObject given
TypeError: Aurpay\AzPays\Client::sign(): Argument #1 ($id) must be of type string, ArrayObject given
ArgumentCountError: Aurpay\AzPays\Client::verify() expects at least 2 arguments, 1 given
ValueError: Aurpay\AzPays\Client::verify(): Argument #3 ($options) has an unknown option "token"; %s
requests: 0
