--TEST--
Decoding leaves json_last_error() alone, whether the answer parses or not
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/data.inc';

$good = new Recorder(success('[1.5,1]'));
$bad = new Recorder(['body' => '{"code":']);
$utf8 = new Recorder(['body' => "{\"code\":\"\xff\"}"]);
json_decode('{');
show($good->client()->orders()->fiatCurrencies());
echo json_last_error(), "\n";
json_decode('1');
foreach ([$bad, $utf8] as $recorder) {
    try {
        $recorder->client()->orders()->fiatCurrencies();
    } catch (\Aurpay\ResponseException) {
        echo json_last_error(), "\n";
    }
}
?>
--EXPECT--
['1.5', 1]
4
0
0
