--TEST--
AuthenticationException has the server's signing information in its response, to compare with sign()
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/answers.inc';

$body = '{"code":401,"result":false,"message":"Signature mismatch","data":{"origin":"HMAC-SHA256 | 2024-06-17T00:00:00.000Z | GET /x","body_md5":""}}';
$exception = caught(static fn () => (new Recorder(['body' => $body]))->client()->orders()->detail('1'));
show($exception->response['data']);
?>
--EXPECT--
[origin: 'HMAC-SHA256 | 2024-06-17T00:00:00.000Z | GET /x', body_md5: '']
