--TEST--
CallbackReason::Token: any token except the merchant's
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/callbacks.php';

foreach ([TOKEN . 'x', substr(TOKEN, 0, -1), strtoupper(TOKEN), TOKEN . ' ', ' ' . TOKEN, TOKEN . "\0", 'x', '0', TOKEN . ', ' . TOKEN] as $token) {
    verify(['Callback-Token' => $token] + headers());
}
?>
--EXPECT--
Token: The callback's token is not the merchant's
Token: The callback's token is not the merchant's
Token: The callback's token is not the merchant's
Token: The callback's token is not the merchant's
Token: The callback's token is not the merchant's
Token: The callback's token is not the merchant's
Token: The callback's token is not the merchant's
Token: The callback's token is not the merchant's
Token: The callback's token is not the merchant's
