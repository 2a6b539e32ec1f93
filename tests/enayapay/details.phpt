--TEST--
EnayaPay: the words of a refusal, from whatever form the service gives its details
--FILE--
<?php

namespace AurpayTest;

use Aurpay\EnayaPay\Client;

require __DIR__ . '/../support/recorder.php';

foreach ([
    '{"details":{"user_phone":["This field is required."],"user_otp":["Not a number.","Too long."]}}',
    '{"details":{"user_phone":"as text","user_otp":[],"other":[7],"last":{"nested":"x"}}}',
    '{"details":["no field"]}', '{"details":{}}', '{"details":7}', '{"details":null}', '{"details":"as text"}',
    '{"response_message":7,"details":"the details"}', '{"response_message":"the message","details":"the details"}',
    '{"response_message":null}', '[]',
] as $body) {
    $client = new Client('key', ['handler' => new Recorder(['status' => 400, 'body' => $body])]);
    try {
        $client->verify(['user_phone' => '0249123456789', 'user_otp' => '012345']);
    } catch (\Aurpay\ApiException $exception) {
        echo $body, "\n    ", strstr($exception->getMessage(), 'refused'), "\n";
    }
}
?>
--EXPECT--
{"details":{"user_phone":["This field is required."],"user_otp":["Not a number.","Too long."]}}
    refused: user_phone: This field is required.; user_otp: Not a number. (code 400, HTTP status 400)
{"details":{"user_phone":"as text","user_otp":[],"other":[7],"last":{"nested":"x"}}}
    refused: user_phone: as text (code 400, HTTP status 400)
{"details":["no field"]}
    refused: bad request (code 400, HTTP status 400)
{"details":{}}
    refused: bad request (code 400, HTTP status 400)
{"details":7}
    refused: bad request (code 400, HTTP status 400)
{"details":null}
    refused: bad request (code 400, HTTP status 400)
{"details":"as text"}
    refused: as text (code 400, HTTP status 400)
{"response_message":7,"details":"the details"}
    refused: the details (code 400, HTTP status 400)
{"response_message":"the message","details":"the details"}
    refused: the message (code 400, HTTP status 400)
{"response_message":null}
    refused: bad request (code 400, HTTP status 400)
[]
    refused: bad request (code 400, HTTP status 400)
