--TEST--
CallbackReason::Body: a JSON list is not a JSON object
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/callbacks.php';

verify(headers(), body: '[]');
verify(headers(), body: '[{"order_id":"1"}]');
?>
--EXPECT--
Body: The callback's body is not a JSON object
Body: The callback's body is not a JSON object
