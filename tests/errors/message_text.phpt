--TEST--
Text from a server is stripped of control characters and cut between two characters before it appears in a message; a caller's key likewise
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/answers.inc';

foreach (['"a\u001b[31m\r\nb\u0000c\u007f\u009bd\tz"', '"' . str_repeat("\u{20ac}", 500) . '"', '"' . str_repeat('x', 299) . "\u{1f600}" . '"', '""', '5', 'null', '{"a":1}'] as $message) {
    $exception = caught(static fn () => (new Recorder(['body' => '{"code":5,"result":false,"message":' . $message . '}']))->client()->orders()->detail('1'));
    var_dump(strlen($exception->getMessage()) < 420, preg_match('//u', $exception->getMessage()), preg_match('/[\x00-\x1f\x7f]/', $exception->getMessage()));
    echo substr($exception->getMessage(), 0, 70), "\n";
}
// A key of the caller's may be no UTF-8: C1 characters are two bytes, and others begin with the same byte.
foreach (["a\u{9b}b", "a\u{a9}b", "a\xc2", "a\xc2b", "\u{80}\u{9f}\u{a0}"] as $key) {
    try {
        (new Recorder())->client()->orders()->list([$key => 1]);
    } catch (\ValueError $error) {
        preg_match('/key "(.*?)"/s', $error->getMessage(), $match);
        echo bin2hex($match[1]), "\n";
    }
}
?>
--EXPECT--
bool(true)
int(1)
int(0)
GET /api/v2/order/detail/1 was refused: a [31m  b c   d z (code 5, HTT
bool(true)
int(1)
int(0)
GET /api/v2/order/detail/1 was refused: €€€€€€€€€€
bool(true)
int(1)
int(0)
GET /api/v2/order/detail/1 was refused: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
bool(true)
int(1)
int(0)
GET /api/v2/order/detail/1 was refused: no reason given (code 5, HTTP 
bool(true)
int(1)
int(0)
GET /api/v2/order/detail/1 was refused: no reason given (code 5, HTTP 
bool(true)
int(1)
int(0)
GET /api/v2/order/detail/1 was refused: no reason given (code 5, HTTP 
bool(true)
int(1)
int(0)
GET /api/v2/order/detail/1 was refused: no reason given (code 5, HTTP 
61202062
61c2a962
61c2
612020
20202020c2a0
