--TEST--
A documented optional field that is null is left out; a null field of request() is sent as null
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/body.inc';

$null = null;
echo pay_url_body(['price' => 1, 'id' => null, 'callback_url' => null, 'fixed_encrypt_price' => &$null]), "\n";
echo body_of(['note' => null]), "\n";
echo pay_url_body(['id' => null, 'price' => 1]), "\n";
$recorder = new Recorder(success('{"data":[]}'));
$recorder->client()->orders()->list(['page' => null, 'st' => null, 'status' => null]);
$recorder->client()->orders()->list(['page' => null, 'size' => 5, 'st' => null]);
$recorder->show();
?>
--EXPECT--
{"price":1,"currency":"USD"}
{"note":null}
{"price":1,"currency":"USD"}
GET /api/v2/order/
GET /api/v2/order/?size=5
