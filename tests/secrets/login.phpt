--TEST--
The password of login() is in no exception: not in the trace, and not when the server echoes it
--INI--
zend.exception_ignore_args=0
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/leak.inc';

foreach ([
    'refused' => refusal(404, 'Invalid password or username'),
    'not the API' => ['status' => 502, 'body' => '<html>'],
    'echoed in the message' => refusal(404, 'Invalid password: ' . SECRETS['password']),
    'echoed in the data' => ['status' => 422, 'body' => json_encode(['detail' => [['input' => ['password' => SECRETS['password']]]]])],
    'echoed in a page' => ['status' => 502, 'body' => '<html>' . SECRETS['password']],
] as $name => $answer) {
    leaks($name, thrown_by(static fn () => Client::login('user', SECRETS['password'], ['handler' => new Recorder($answer), 'retries' => 0])));
}
?>
--EXPECT--
refused: fine
not the API: fine
echoed in the message: fine
echoed in the data: fine
echoed in a page: fine
