--TEST--
request() returns whatever data the envelope has: an array, a scalar, null, or nothing at all
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/recorder.php';

foreach (['{"a":1}', '[1,2]', '"text"', '5', '1.50', 'true', 'false', 'null', '[]', '""', '0', '123456789012345678901234567890'] as $data) {
    show((new Recorder(success($data)))->client()->request('POST', '/x'));
}
show((new Recorder(['body' => '{"code":0,"result":true}']))->client()->request('POST', '/x'));
?>
--EXPECT--
[a: 1]
[1, 2]
'text'
5
'1.50'
true
false
NULL
[]
''
0
'123456789012345678901234567890'
NULL
