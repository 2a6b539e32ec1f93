--TEST--
login() posts a form without any credentials and returns token and lifetime
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$recorder = new Recorder(success('{"access_token":"eyJhbGciOiJIUzI1NiJ9.e30.x","expire":86400}'));
show(Client::login('example@aurpay.com', "p&=+ %ss\u{e9}\0\r\n", ['handler' => $recorder]));
show($recorder->requests);
parse_str($recorder->requests[0]['body'], $form);
var_dump($form === ['username' => 'example@aurpay.com', 'password' => "p&=+ %ss\u{e9}\0\r\n"]);
?>
--EXPECT--
[access_token: 'eyJhbGciOiJIUzI1NiJ9.e30.x', expire: 86400]
[[method: 'POST', target: '/api/user/login', headers: [Accept: 'application/json', Content-Type: 'application/x-www-form-urlencoded'], body: 'username=example%40aurpay.com&password=p%26%3D%2B%20%25ss%C3%A9%00%0D%0A']]
bool(true)
