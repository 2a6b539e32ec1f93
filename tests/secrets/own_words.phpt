--TEST--
Masking changes only text from outside, never our own words; when one secret begins with another, the longer one is masked whole
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\EnayaPay;

require __DIR__ . '/../support/recorder.php';

// When the service sends no message, the documents' description of the status is the message.
$client = new EnayaPay\Client('key', ['handler' => new Recorder(['status' => 203, 'body' => '{}'])]);
throws(static fn () => $client->login(['user_phone' => '1', 'user_password' => 'password']));
throws(static fn () => $client->verify(['user_phone' => '1', 'user_otp' => 'otp']));
throws(static fn () => $client->changePassword('current', ['current_password' => 'wrong', 'new_password' => 'password']));
$client = new EnayaPay\Client('key', ['handler' => new Recorder(['status' => 203, 'body' => '{"details":"wrong password: password"}'])]);
throws(static fn () => $client->login(['user_phone' => '1', 'user_password' => 'password']));

// An undocumented status.
$client = new EnayaPay\Client('key', ['handler' => new Recorder(['status' => 418, 'body' => '{}'])]);
throws(static fn () => $client->login(['user_phone' => '1', 'user_password' => 'documents']));

// Faults of the connection: the message has our words and the provider's own host.
$client = new Client('connection', ['handler' => new Recorder(refusal(5, 'no connection'))]);
throws(static fn () => $client->orders()->refund('1'));
$server = fault_server();
$server->script(['do' => 'half_header', 'bytes' => 30]);
throws(static fn () => (new Client('headers', $server->options(['retries' => 0])))->orders()->list());

$proxy = proxy('--behaviour', 'refuse', '--status', '403');
expect_nothing_sent(static fn () => (new Client('dashboard', ['proxy' => $proxy->baseUri, 'retries' => 0]))->orders()->list());

// One secret begins with another, and a mask is not masked again.
$client = new EnayaPay\Client('k', ['handler' => new Recorder(['status' => 203, 'body' => '{"details":"pass password * kk"}'])]);
throws(static fn () => $client->changePassword('*', ['current_password' => 'pass', 'new_password' => 'password']));
?>
--EXPECT--
Aurpay\AuthenticationException: POST /api/v2.1/login/ was refused: wrong password (code 203, HTTP status 203)
Aurpay\ApiException: POST /api/v2.1/verify/ was refused: wrong otp (code 203, HTTP status 203)
Aurpay\ApiException: POST /api/v2.1/change/password/ was refused: wrong current password (code 203, HTTP status 203)
Aurpay\AuthenticationException: POST /api/v2.1/login/ was refused: wrong ***: *** (code 203, HTTP status 203)
Aurpay\ApiException: POST /api/v2.1/login/ was refused: an undocumented HTTP status (code 418, HTTP status 418)
Aurpay\ApiException: POST /api/v2/order/refund/1 was refused: no *** (code 5, HTTP status 200, trace id trace-1)
Aurpay\TransportException: GET /api/v2/order/ failed: the connection was lost in the middle of the answer from 127.0.0.1:PORT (it ended among the headers)
Aurpay\TransportException: GET /api/v2/order/ failed: the proxy 127.0.0.1:PORT refused to connect to dashboard.aurpay.net:443 with HTTP status 403; nothing was sent
Aurpay\ApiException: POST /api/v2.1/change/password/ was refused: *** *** *** ****** (code 203, HTTP status 203)
