--TEST--
A PaymentException shows no credentials, even when the order's detail echoes them
--INI--
zend.exception_ignore_args=0
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/leak.inc';

foreach (['"SUCCESS"', '"' . SECRETS['api key'] . '"'] as $status) {
    $order = '{"status":' . $status . ',"vs_price":"' . SECRETS['api key'] . '","vs_currency":"USD","remark":"x"}';
    try {
        (new Recorder(success($order)))->client(SECRETS['api key'])->orders()->confirm('1', '10', 'USD');
    } catch (\Aurpay\PaymentException $exception) {
        leaks('message', $exception->getMessage());
        leaks('everything', $exception);
    }
}
?>
--EXPECT--
message: fine
everything: fine
message: fine
everything: fine
