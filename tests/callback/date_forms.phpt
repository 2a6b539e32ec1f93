--TEST--
Callback: every form of an ISO-8601 date with a zone is taken, and the signature covers its very text
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/callback.inc';

$now = new \DateTimeImmutable('now', new \DateTimeZone('+08:00'));
foreach (['Y-m-d\TH:i:sP', 'Y-m-d\TH:i:s.vP', 'Y-m-d\TH:i:s.uP', 'Y-m-d\TH:i:sO', 'Y-m-d\TH:i:s.vO', 'Y-m-d\TH:i:s,vP', 'Y-m-d\TH:i:s,uO', 'Y-m-d\TH:i:s+08', 'Y-m-d\TH:i:s.v+08'] as $format) {
    verify(headers($now->format($format)), body: '{"a":1}');
}
// The zone counts: eight hours ago.
verify(headers($now->format('Y-m-d\TH:i:s+16')));
verify(headers($now->format('Y-m-d\TH:i:s+1600')));
// Another form of the same time has another signature.
verify(['Date' => $now->format('Y-m-d\TH:i:sO')] + headers($now->format('Y-m-d\TH:i:sP')));
?>
--EXPECT--
[a: 1]
[a: 1]
[a: 1]
[a: 1]
[a: 1]
[a: 1]
[a: 1]
[a: 1]
[a: 1]
Stale: The callback's date differs from now by more than the tolerance
Stale: The callback's date differs from now by more than the tolerance
Signature: The callback's signature is not that of the URL
