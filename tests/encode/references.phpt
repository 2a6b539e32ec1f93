--TEST--
References in parameters are followed at any depth, and the caller's variables stay unchanged
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/body.inc';

$price = '10.50';
$note = ['deep' => 'text'];
$note['self'] = &$price;
$page = 3;
$params = ['price' => &$price, 'id' => &$page];
echo pay_url_body($params), ' ', body_of(['note' => &$note]), "\n";
$recorder = new Recorder(success('{"data":[]}'));
$recorder->client()->orders()->list(['page' => &$page]);
$recorder->show();
var_dump($price, $page, $note['deep']);
?>
--EXPECT--
{"price":10.50,"id":"3","currency":"USD"} {"note":{"deep":"text","self":"10.50"}}
GET /api/v2/order/?page=3
string(5) "10.50"
int(3)
string(4) "text"
