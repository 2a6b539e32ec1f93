--TEST--
CallbackReason::Date: a signed date that is not ISO-8601 with a zone
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/callbacks.php';

foreach ([
    'now', '2024-06-17', '2024-06-17T00:00:00', '2024-06-17 00:00:00Z', '1718582400', 'Mon, 17 Jun 2024 00:00:00 GMT', '2024-06-17T00:00:00z', '2024-13-01T00:00:00Z', '2024-02-30T00:00:00Z',
    '2024-06-17T24:00:00Z', '2024-06-17T00:60:00Z', '2024-06-17T00:00:00.Z', '2024-06-17T00:00:00Zx', '2024-06-17T00:00:00Z ', "2024-06-17T00:00:00Z\0", "2024-06-17T00:00:00Z\n", '2024-06-17T00:00:00+2', '2024-06-17T00:00:00+020', '2024-06-17T00:00:00,+02', '24-06-17T00:00:00Z', '-024-06-17T00:00:00Z',
] as $date) {
    verify(headers($date), tolerance: PHP_INT_MAX);
}
?>
--EXPECT--
Date: The callback's date is not an ISO-8601 date with a time zone
Date: The callback's date is not an ISO-8601 date with a time zone
Date: The callback's date is not an ISO-8601 date with a time zone
Date: The callback's date is not an ISO-8601 date with a time zone
Date: The callback's date is not an ISO-8601 date with a time zone
Date: The callback's date is not an ISO-8601 date with a time zone
Date: The callback's date is not an ISO-8601 date with a time zone
Date: The callback's date is not an ISO-8601 date with a time zone
Date: The callback's date is not an ISO-8601 date with a time zone
Date: The callback's date is not an ISO-8601 date with a time zone
Date: The callback's date is not an ISO-8601 date with a time zone
Date: The callback's date is not an ISO-8601 date with a time zone
Date: The callback's date is not an ISO-8601 date with a time zone
Date: The callback's date is not an ISO-8601 date with a time zone
Date: The callback's date is not an ISO-8601 date with a time zone
Date: The callback's date is not an ISO-8601 date with a time zone
Date: The callback's date is not an ISO-8601 date with a time zone
Date: The callback's date is not an ISO-8601 date with a time zone
Date: The callback's date is not an ISO-8601 date with a time zone
Date: The callback's date is not an ISO-8601 date with a time zone
Date: The callback's date is not an ISO-8601 date with a time zone
