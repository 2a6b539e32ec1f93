--TEST--
verify() accepts and sign() makes the signature of every vector
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Callback;

require __DIR__ . '/../support/callbacks.php';

$vectors = json_decode(file_get_contents(__DIR__ . '/../vectors/callback-signatures.json'), true)['cases'];
foreach ($vectors as $vector) {
    $callback = new Callback('the-token', $vector['secret'], PHP_INT_MAX);
    $headers = ['Callback-Token' => 'the-token', 'Date' => $vector['date'], 'Signature' => $vector['signature']];
    $verified = $callback->verify($vector['callback_url'], $headers) === [];
    $signed = $callback->sign($vector['callback_url'], $vector['date']) === $headers;
    if (!$verified || !$signed) {
        echo $vector['name'], " differs\n";
    }
}
echo count($vectors) >= 4 ? 'all the same' : 'vectors are missing', "\n";
?>
--EXPECT--
all the same
