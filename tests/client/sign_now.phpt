--TEST--
Without a date sign() uses the current time, in UTC with milliseconds, whatever PHP's time zone
--INI--
date.timezone=Asia/Kathmandu
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\Credentials;

require __DIR__ . '/../support/recorder.php';

$client = new Client(Credentials::signature('token', 'secret'));
$date = $client->sign('GET', '/x')['headers']['Date'];
var_dump(preg_match('/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/', $date), abs(strtotime($date) - time()) < 60);
?>
--EXPECT--
int(1)
bool(true)
