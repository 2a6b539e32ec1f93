--TEST--
sign() refuses a date that is not ISO-8601 with a zone
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Callback;

require __DIR__ . '/../support/callbacks.php';

$callback = new Callback(TOKEN, SECRET);
foreach (['', 'now', '2024-06-17', '2024-06-17T00:00:00', "2024-06-17T00:00:00Z\r\nX: 1"] as $date) {
    expect_exception(static fn () => $callback->sign(URL, $date), \ValueError::class);
}
?>
--EXPECT--
ValueError: Aurpay\Callback::sign(): Argument #2 ($date) must be a date in ISO-8601 form with a zone, such as 2024-06-17T00:00:00Z
ValueError: Aurpay\Callback::sign(): Argument #2 ($date) must be a date in ISO-8601 form with a zone, such as 2024-06-17T00:00:00Z
ValueError: Aurpay\Callback::sign(): Argument #2 ($date) must be a date in ISO-8601 form with a zone, such as 2024-06-17T00:00:00Z
ValueError: Aurpay\Callback::sign(): Argument #2 ($date) must be a date in ISO-8601 form with a zone, such as 2024-06-17T00:00:00Z
ValueError: Aurpay\Callback::sign(): Argument #2 ($date) must be a date in ISO-8601 form with a zone, such as 2024-06-17T00:00:00Z
