--TEST--
A signed date is accepted in every form of ISO 8601 with a zone: Z, an offset with or without a colon, a fraction after a point or a comma
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/callbacks.php';

foreach (['UTC' => ['Y-m-d\TH:i:s\Z', 'Y-m-d\TH:i:s.v\Z', 'Y-m-d\TH:i:s,u\Z'], '+08:00' => ['Y-m-d\TH:i:sP', 'Y-m-d\TH:i:s.vP', 'Y-m-d\TH:i:s.uP', 'Y-m-d\TH:i:s,vP', 'Y-m-d\TH:i:sO', 'Y-m-d\TH:i:s.vO', 'Y-m-d\TH:i:s,vO'], '-03:30' => ['Y-m-d\TH:i:sP', 'Y-m-d\TH:i:sO']] as $zone => $formats) {
    foreach ($formats as $format) {
        echo "{$zone} {$format}: ";
        verify(headers((new \DateTimeImmutable('now', new \DateTimeZone($zone)))->format($format)));
    }
}
foreach (['Y-m-d\TH:i:s', 'U', 'D, d M Y H:i:s \\G\\M\\T'] as $format) {
    verify(headers(gmdate($format)));
}
$now = new \DateTimeImmutable('now', new \DateTimeZone('+08:00'));
// An offset of hours alone is a zone too, and the zone counts: this is eight hours ago.
verify(headers($now->format('Y-m-d\TH:i:s+08')));
verify(headers($now->format('Y-m-d\TH:i:s+16')));
verify(headers($now->format('Y-m-d\TH:i:s+1600')));
// Another form of the same time has another signature.
verify(['Date' => $now->format('Y-m-d\TH:i:sO')] + headers($now->format('Y-m-d\TH:i:sP')));
?>
--EXPECT--
UTC Y-m-d\TH:i:s\Z: []
UTC Y-m-d\TH:i:s.v\Z: []
UTC Y-m-d\TH:i:s,u\Z: []
+08:00 Y-m-d\TH:i:sP: []
+08:00 Y-m-d\TH:i:s.vP: []
+08:00 Y-m-d\TH:i:s.uP: []
+08:00 Y-m-d\TH:i:s,vP: []
+08:00 Y-m-d\TH:i:sO: []
+08:00 Y-m-d\TH:i:s.vO: []
+08:00 Y-m-d\TH:i:s,vO: []
-03:30 Y-m-d\TH:i:sP: []
-03:30 Y-m-d\TH:i:sO: []
Date: The callback's date is not an ISO-8601 date with a time zone
Date: The callback's date is not an ISO-8601 date with a time zone
Date: The callback's date is not an ISO-8601 date with a time zone
[]
Stale: The callback's date differs from the current time by more than the tolerance
Stale: The callback's date differs from the current time by more than the tolerance
Signature: The callback's signature does not match the URL
