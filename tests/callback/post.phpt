--TEST--
The body of a POST is returned decoded, its amounts as strings of their digits; it need not be signed
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/callbacks.php';

verify(headers(), body: '{"user_id":"mct-bea5c44da875","order_id":"20250207040935220628","status":"PENDING","amount":"0.00102549","vs_price":100.0,"fee":0.00000820392,"refund":false,"bind_id":null,'
    . '"obtained":7,"tx_hash_list":[],"n":1.50,"big":12345678901234567890,"int":5}');
verify(headers(), body: '{}');
// A byte order mark is ignored (RFC 8259, section 8.1).
verify(headers(), body: "\xef\xbb\xbf \n{\"amount\":1.50}");
?>
--EXPECT--
[user_id: 'mct-bea5c44da875', order_id: '20250207040935220628', status: 'PENDING', amount: '0.00102549', vs_price: '100.0', fee: '0.00000820392', refund: false, bind_id: NULL, obtained: '7', tx_hash_list: [], n: '1.50', big: '12345678901234567890', int: 5]
[]
[amount: '1.50']
