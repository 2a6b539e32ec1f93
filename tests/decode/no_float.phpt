--TEST--
No answer ever holds a float; neither does an exception's response
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/data.inc';

function floats(mixed $value): int
{
    return is_array($value) ? array_sum(array_map(floats(...), $value)) : (int) is_float($value);
}

$json = '[1.5,-2.5e3,{"a":0.1,"amount":1e400,"b":[-0.0,-0,0.0]},99999999999999999999,1E-7]';
echo floats(decoded($json)), ' ';
try {
    read('{"code":40005,"result":false,"message":"no","data":' . $json . '}');
} catch (\Aurpay\ApiException $exception) {
    echo floats($exception->response), ' ', describe($exception->response['data'][2]['amount']), "\n";
}
?>
--EXPECT--
0 0 '1e400'
