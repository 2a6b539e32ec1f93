--TEST--
confirm() compares the currency of the shop's order regardless of case, and never with the coin's
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/confirm.inc';

confirm(order(currency: '"USD"'), currency: 'usd');
confirm(order(currency: '"usd"'), currency: 'USD');
confirm(order(currency: '"Usd"'), currency: 'uSD');
foreach (['"EUR"', '"USDT"', '"US"', '"USD "', '" USD"', '"BTC"', '""', 'null', 'true', '["USD"]', '"USD\u0000"'] as $wire) {
    confirm(order(currency: $wire));
}
confirm(order(), currency: 'BTC');
confirm(order(), currency: ' USD');
confirm(order(), currency: "USD\0");
confirm('{"order_id":"77","status":"SUCCESS","vs_price":"10.00","currency":"USD"}');
?>
--EXPECT--
paid
paid
paid
Currency: The order is not paid as expected: its currency is "EUR", not "USD"
Currency: The order is not paid as expected: its currency is "USDT", not "USD"
Currency: The order is not paid as expected: its currency is "US", not "USD"
Currency: The order is not paid as expected: its currency is "USD ", not "USD"
Currency: The order is not paid as expected: its currency is " USD", not "USD"
Currency: The order is not paid as expected: its currency is "BTC", not "USD"
Currency: The order is not paid as expected: its currency is "", not "USD"
Currency: The order is not paid as expected: its currency is "", not "USD"
Currency: The order is not paid as expected: its currency is "", not "USD"
Currency: The order is not paid as expected: its currency is "", not "USD"
Currency: The order is not paid as expected: its currency is "USD ", not "USD"
Currency: The order is not paid as expected: its currency is "USD", not "BTC"
Currency: The order is not paid as expected: its currency is "USD", not " USD"
Currency: The order is not paid as expected: its currency is "USD", not "USD "
Currency: The order is not paid as expected: its currency is "", not "USD"
