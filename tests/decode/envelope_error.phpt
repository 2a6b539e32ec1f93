--TEST--
A body that is no valid JSON object with the API's envelope is a ResponseException that says what it got
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/data.inc';

foreach ([
    '', ' ', '<!DOCTYPE html>', 'null', '1', '1.5', '"code"', 'true', '[]', '[{"code":0,"result":true}]', '{}', '{"ok":true}', '{"code":"0","result":true,"data":{}}',
    '{"code":0.0,"result":true,"data":{}}', '{"code":null,"result":true}', '{"code":0,"result":true,"data":{}', '{"code":0,"result":true,"data":{}}x', '{"code":0,"result":true,"data":{},}',
    "{'code':0}", '{"code":0,"result":true,"data":{"a":01}}', '{"code":0,"result":true,"data":{"a":1.}}', '{"code":0,"result":true,"data":{"a":.5}}', '{"code":0,"result":true,"data":{"a":+1}}',
    '{"code":0,"result":true,"data":{"a":1e}}', '{"code":0,"result":true,"data":{"a":-}}', '{"code":0,"result":true,"data":{1.5:1}}', '{"code":0,"result":true,"data":{1:1}}',
    '{"code":0,"result":true,"data":{"a":NaN}}', '{"code":0,"result":true,"data":{"a":1.5.5}}', '{"code":0,"result":true,"data":{"a":1 .5}}', '{"code":0,"result":true,"data":{"a" 1.5}}',
    '{"code":0,"result":true,"data":[1.5 2.5]}', '{"code":0,"result":true,"data":[1.5,]}', "\xef\xbb\xbf\xef\xbb\xbf" . '{"code":0,"result":true,"data":{}}', "{\"code\":0,\"result\":true,\"data\":{}}\0", '{"code":0,"result":true,"data":{"a":"' . "\n" . '"}}',
    '{"code":0,"result":true}', '{"code":0,"result":true,"data":"text"}', '{"code":0,"result":true,"data":1}',
] as $body) {
    echo str_pad(json_encode($body, JSON_UNESCAPED_SLASHES), 20), ' ';
    throws(static fn () => read($body));
}
?>
--EXPECT--
""                   Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: an empty body (HTTP status 200)
" "                  Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: not JSON, or truncated (HTTP status 200)
"<!DOCTYPE html>"    Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: not JSON, or truncated (HTTP status 200)
"null"               Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: JSON that is not an object (HTTP status 200)
"1"                  Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: JSON that is not an object (HTTP status 200)
"1.5"                Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: JSON that is not an object (HTTP status 200)
"\"code\""           Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: JSON that is not an object (HTTP status 200)
"true"               Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: JSON that is not an object (HTTP status 200)
"[]"                 Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: JSON without the API's envelope (HTTP status 200)
"[{\"code\":0,\"result\":true}]" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: JSON without the API's envelope (HTTP status 200)
"{}"                 Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: JSON without the API's envelope (HTTP status 200)
"{\"ok\":true}"      Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: JSON without the API's envelope (HTTP status 200)
"{\"code\":\"0\",\"result\":true,\"data\":{}}" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: JSON without the API's envelope (HTTP status 200)
"{\"code\":0.0,\"result\":true,\"data\":{}}" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: JSON without the API's envelope (HTTP status 200)
"{\"code\":null,\"result\":true}" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: JSON without the API's envelope (HTTP status 200)
"{\"code\":0,\"result\":true,\"data\":{}" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: not JSON, or truncated (HTTP status 200)
"{\"code\":0,\"result\":true,\"data\":{}}x" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: not JSON, or truncated (HTTP status 200)
"{\"code\":0,\"result\":true,\"data\":{},}" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: not JSON, or truncated (HTTP status 200)
"{'code':0}"         Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: not JSON, or truncated (HTTP status 200)
"{\"code\":0,\"result\":true,\"data\":{\"a\":01}}" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: not JSON, or truncated (HTTP status 200)
"{\"code\":0,\"result\":true,\"data\":{\"a\":1.}}" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: not JSON, or truncated (HTTP status 200)
"{\"code\":0,\"result\":true,\"data\":{\"a\":.5}}" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: not JSON, or truncated (HTTP status 200)
"{\"code\":0,\"result\":true,\"data\":{\"a\":+1}}" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: not JSON, or truncated (HTTP status 200)
"{\"code\":0,\"result\":true,\"data\":{\"a\":1e}}" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: not JSON, or truncated (HTTP status 200)
"{\"code\":0,\"result\":true,\"data\":{\"a\":-}}" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: not JSON, or truncated (HTTP status 200)
"{\"code\":0,\"result\":true,\"data\":{1.5:1}}" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: not JSON, or truncated (HTTP status 200)
"{\"code\":0,\"result\":true,\"data\":{1:1}}" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: not JSON, or truncated (HTTP status 200)
"{\"code\":0,\"result\":true,\"data\":{\"a\":NaN}}" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: not JSON, or truncated (HTTP status 200)
"{\"code\":0,\"result\":true,\"data\":{\"a\":1.5.5}}" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: not JSON, or truncated (HTTP status 200)
"{\"code\":0,\"result\":true,\"data\":{\"a\":1 .5}}" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: not JSON, or truncated (HTTP status 200)
"{\"code\":0,\"result\":true,\"data\":{\"a\" 1.5}}" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: not JSON, or truncated (HTTP status 200)
"{\"code\":0,\"result\":true,\"data\":[1.5 2.5]}" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: not JSON, or truncated (HTTP status 200)
"{\"code\":0,\"result\":true,\"data\":[1.5,]}" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: not JSON, or truncated (HTTP status 200)
"\ufeff\ufeff{\"code\":0,\"result\":true,\"data\":{}}" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: not JSON, or truncated (HTTP status 200)
"{\"code\":0,\"result\":true,\"data\":{}}\u0000" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: not JSON, or truncated (HTTP status 200)
"{\"code\":0,\"result\":true,\"data\":{\"a\":\"\n\"}}" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: not JSON, or truncated (HTTP status 200)
"{\"code\":0,\"result\":true}" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: an envelope whose data is neither an object nor a list (HTTP status 200)
"{\"code\":0,\"result\":true,\"data\":\"text\"}" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: an envelope whose data is neither an object nor a list (HTTP status 200)
"{\"code\":0,\"result\":true,\"data\":1}" Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: an envelope whose data is neither an object nor a list (HTTP status 200)
