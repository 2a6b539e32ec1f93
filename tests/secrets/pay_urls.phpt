--TEST--
The token of a pay URL is masked wherever a server puts the URL: in its message, under any name, escaped
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AurpayException;

require __DIR__ . '/leak.inc';

$token = SECRETS['pay token'];
$url = "https://dashboard.aurpay.net/#/cashier/choose?token={$token}&lang=en";
foreach ([
    'in the message' => ['message' => "the order has {$url} already"],
    'under another name' => ['data' => ['url' => $url, 'links' => [$url]]],
    'as JSON in a text' => ['message' => json_encode(['pay_url' => $url, 'token' => $token])],
    'as JSON in JSON' => ['message' => json_encode(json_encode(['pay_url' => $url, 'token' => $token]))],
    'in a query' => ['message' => 'https://shop.example/?to=' . urlencode($url)],
    'alone' => ['message' => "token={$token}"],
    'no value' => ['message' => 'token=', 'data' => ['token= x', 'my_token=1', 'tokens=2', '"token" : ""', '"token":', 'token%3d']],
] as $name => $answer) {
    $client = (new Recorder(['status' => 500, 'body' => json_encode($answer + ['code' => 5, 'result' => false, 'message' => 'no'])]))->client();
    $thrown = thrown_by(static fn () => $client->orders()->createPayUrl(['price' => 1, 'currency' => 'USD']))->getPrevious();
    leaks($name, $thrown);
    echo '    ', $thrown->getMessage(), "\n    ", json_encode($thrown->response['data'] ?? null, JSON_UNESCAPED_SLASHES), "\n";
}
?>
--EXPECT--
in the message: fine
    POST /api/order/pay-url was refused: the order has https://dashboard.aurpay.net/#/cashier/choose?token=***&lang=en already (code 5, HTTP status 500)
    null
under another name: fine
    POST /api/order/pay-url was refused: no (code 5, HTTP status 500)
    {"url":"https://dashboard.aurpay.net/#/cashier/choose?token=***&lang=en","links":["https://dashboard.aurpay.net/#/cashier/choose?token=***&lang=en"]}
as JSON in a text: fine
    POST /api/order/pay-url was refused: {"pay_url":"***","token":"***"} (code 5, HTTP status 500)
    null
as JSON in JSON: fine
    POST /api/order/pay-url was refused: "{\"pay_url\":\"***\",\"token\":\"***\"}" (code 5, HTTP status 500)
    null
in a query: fine
    POST /api/order/pay-url was refused: https://shop.example/?to=https%3A%2F%2Fdashboard.aurpay.net%2F%23%2Fcashier%2Fchoose%3Ftoken%3D*** (code 5, HTTP status 500)
    null
alone: fine
    POST /api/order/pay-url was refused: token=*** (code 5, HTTP status 500)
    null
no value: fine
    POST /api/order/pay-url was refused: token= (code 5, HTTP status 500)
    ["token= x","my_token=1","tokens=2","\"token\" : \"\"","\"token\":","token%3d"]
