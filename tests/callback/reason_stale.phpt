--TEST--
CallbackReason::Stale: a date further from now than the tolerance, in the past or the future; a wrong token or signature is reported first
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/callbacks.php';

foreach ([-305, 305, -86400, 86400, -290, 290] as $seconds) {
    verify(headers(iso($seconds)));
}
verify(headers(iso(-5)), tolerance: 0);
verify(headers(iso(-50)), tolerance: 60);
verify(headers('0000-01-01T00:00:00Z'), tolerance: PHP_INT_MAX - 1);
verify(headers('9999-12-31T23:59:59Z'), tolerance: PHP_INT_MAX);
// Offsets count: this is an hour ago, or now.
verify(headers(gmdate('Y-m-d\TH:i:s', time()) . '+01:00'));
verify(headers(gmdate('Y-m-d\TH:i:s', time() + 3600) . '+01:00'));
verify(headers(gmdate('Y-m-d\TH:i:s.v', time() - 19800) . '-05:30'));
// Reported first: token and signature. Reported later: the body.
verify(['Callback-Token' => 'x'] + headers(iso(-999)));
verify(['Signature' => 'x'] + headers(iso(-999)));
verify(headers(iso(-999)), body: '<html>');
?>
--EXPECT--
Stale: The callback's date differs from the current time by more than the tolerance
Stale: The callback's date differs from the current time by more than the tolerance
Stale: The callback's date differs from the current time by more than the tolerance
Stale: The callback's date differs from the current time by more than the tolerance
[]
[]
Stale: The callback's date differs from the current time by more than the tolerance
[]
[]
[]
Stale: The callback's date differs from the current time by more than the tolerance
[]
[]
Token: The callback's token is not the merchant's
Signature: The callback's signature does not match the URL
Stale: The callback's date differs from the current time by more than the tolerance
