--TEST--
CallbackReason::Body: a body that is not a JSON object
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/callbacks.php';

foreach ([' ', 'a=1&b=2', '<html>', 'null', '1', '1.5', '"text"', 'true', '{', '{"a":1}}', "{\"a\":\"\xff\"}", "\xef\xbb\xbf", "\xef\xbb\xbf\xef\xbb\xbf{}", "{\xef\xbb\xbf}", "\xef\xbb\xbf[]", "{}\xef\xbb\xbf", '{"a":' . str_repeat('[', 70) . str_repeat(']', 70) . '}'] as $body) {
    verify(headers(), body: $body);
}
?>
--EXPECT--
Body: The callback's body is not a JSON object
Body: The callback's body is not a JSON object
Body: The callback's body is not a JSON object
Body: The callback's body is not a JSON object
Body: The callback's body is not a JSON object
Body: The callback's body is not a JSON object
Body: The callback's body is not a JSON object
Body: The callback's body is not a JSON object
Body: The callback's body is not a JSON object
Body: The callback's body is not a JSON object
Body: The callback's body is not a JSON object
Body: The callback's body is not a JSON object
Body: The callback's body is not a JSON object
Body: The callback's body is not a JSON object
Body: The callback's body is not a JSON object
Body: The callback's body is not a JSON object
Body: The callback's body is not a JSON object
