--TEST--
A wrong user name or password is an AuthenticationException, whether the service says 404 or 401, in the envelope or as status
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

foreach ([
    refusal(404, 'Invalid password or username'), refusal(401), refusal(404, 'Invalid', 404), refusal(401, 'Invalid', 401),
    ['status' => 401, 'body' => '{"detail":"no"}'], ['status' => 404, 'body' => '{"detail":"no"}'],
    refusal(40005), ['status' => 400, 'body' => '{"detail":"no"}'], ['status' => 500, 'body' => '<h1>'],
] as $answer) {
    throws(static fn () => Client::login('user', 'hunter2', ['handler' => new Recorder($answer)]));
}
?>
--EXPECT--
Aurpay\AuthenticationException: POST /api/user/login was refused: Invalid password or username (code 404, HTTP status 200, trace id trace-1)
Aurpay\AuthenticationException: POST /api/user/login was refused: no (code 401, HTTP status 200, trace id trace-1)
Aurpay\AuthenticationException: POST /api/user/login was refused: Invalid (code 404, HTTP status 404, trace id trace-1)
Aurpay\AuthenticationException: POST /api/user/login was refused: Invalid (code 401, HTTP status 401, trace id trace-1)
Aurpay\AuthenticationException: POST /api/user/login was refused: no reason given (code 0, HTTP status 401)
Aurpay\AuthenticationException: POST /api/user/login was refused: no reason given (code 0, HTTP status 404)
Aurpay\ApiException: POST /api/user/login was refused: no (code 40005, HTTP status 200, trace id trace-1)
Aurpay\ApiException: POST /api/user/login was refused: no reason given (code 0, HTTP status 400)
Aurpay\OutcomeUnknownException: POST /api/user/login may have been executed: it got an answer that is not the API's: not JSON, or truncated (HTTP status 500); repeating the login is harmless
