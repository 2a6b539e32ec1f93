--TEST--
A callback by GET without a body, or with an empty one, returns an empty array
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/callbacks.php';

verify(headers());
verify(headers(), body: null);
verify(headers(), body: '');
?>
--EXPECT--
[]
[]
[]
