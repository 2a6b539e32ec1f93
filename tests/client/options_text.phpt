--TEST--
null is an option left out; a number option takes digits as text, an int option only digits; any other text is a ValueError
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$server = fault_server();

// null leaves the option out.
$recorder = new Recorder();
$nulls = array_fill_keys([
    'base_uri', 'timeout', 'connect_timeout', 'retries', 'ca_file', 'pinned_public_key', 'proxy', 'user_agent', 'concurrency',
    'logger', 'max_response_bytes',
], null);
$client = new Client('key', $nulls + ['handler' => $recorder]);
$client->orders()->fiatCurrencies();
$recorder->show();
try {
    new Client('key', ['time_out' => null]);
} catch (\ValueError $error) {
    echo strstr($error->getMessage(), ';', true), "\n";
}

// Numbers as text are used as numbers.
$client = new Client('key', ['handler' => null] + $server->options(['timeout' => '0.5', 'connect_timeout' => '0.25', 'retries' => '0', 'concurrency' => '007', 'max_response_bytes' => '1024']));
$server->script(['do' => 'silent']);
throws(static fn () => $client->request('GET', '/x'));
$server->script(['do' => 'answer', 'status' => 200, 'body' => str_repeat(' ', 1025)]);
throws(static fn () => $client->request('GET', '/x'));
echo $client->lastResponse()['retries'], " retries\n";

// 4 and 6 are taken as text, too. Versions of libcurl differ in what 6 means for a host that is an IPv4 address.
new Client('key', ['ip_version' => '6']);
(new Client('key', $server->options(['ip_version' => '4'])))->request('GET', '/x');
throws(static fn () => new Client('key', ['ip_version' => '5']));

$refused = ['', ' ', 'true', ' 15', '15 ', "15\n", "1\0", '.5', '5.', '1.5.0', '1,5', '1e1', '-1', '+1', '0x1', '１', 'INF', 'NAN'];
foreach (['timeout', 'connect_timeout', 'retries', 'concurrency', 'max_response_bytes'] as $option) {
    foreach ($refused as $text) {
        try {
            new Client('key', [$option => $text]);
            echo "{$option} takes ", json_encode($text), "\n";
        } catch (\ValueError) {
        }
    }
}
throws(static fn () => new Client('key', ['timeout' => 'true']));
throws(static fn () => new Client('key', ['retries' => '1.0']));
throws(static fn () => new Client('key', ['timeout' => '3600.001']));
throws(static fn () => new Client('key', ['timeout' => '0']));
throws(static fn () => new Client('key', ['timeout' => str_repeat('9', 400)]));
throws(static fn () => new Client('key', ['retries' => '99999999999999999999']));

// An empty text is not an option left out.
foreach (['base_uri', 'ca_file', 'pinned_public_key', 'proxy', 'user_agent'] as $option) {
    throws(static fn () => new Client('key', [$option => '']));
}
setlocale(LC_NUMERIC, 'de_DE.UTF-8', 'de_DE', 'C');
new Client('key', ['timeout' => '0.5']);
?>
--EXPECT--
GET /api/order/pay/real-currency
Aurpay\Client::__construct(): Argument #2 ($options) has an unknown option "time_out" (the nearest known one is "timeout")
Aurpay\TransportException: GET /x failed: timed out after N seconds (option timeout) before 127.0.0.1:PORT answered
Aurpay\ResponseException: GET /x got an answer that is not the API's: more bytes than the option max_response_bytes allows (HTTP status 200)
0 retries
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "ip_version" must be 4 or 6
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "timeout" must be a number of seconds: int, float, or digits such as "15" or "0.5"
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "retries" must be an int, or only digits such as "2"
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "timeout" must be between 0.001 and N seconds
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "timeout" must be between 0.001 and N seconds
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "timeout" must be between 0.001 and N seconds
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "retries" must be between 0 and 10
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "base_uri" must be an absolute https URL (http only on a loopback address) without user, query or fragment
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "ca_file" must be the path of a readable PEM file
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "pinned_public_key" must be "sha256//" and the base64 digest of a public key (44 characters); several, with semicolons
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "proxy" must be an absolute http or https URL
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "user_agent" must be visible ASCII characters on one line
