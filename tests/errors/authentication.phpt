--TEST--
AuthenticationException: 401 in the envelope or as status; clockDifference is how far the server's Date is ahead
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AuthenticationException;

require __DIR__ . '/answers.inc';

$date = static fn (int $seconds): string => gmdate('D, d M Y H:i:s \G\M\T', time() + $seconds);
foreach ([
    'ahead' => ['Date' => $date(3600)], 'behind' => ['date' => $date(-7200)], 'none' => [], 'nonsense' => ['Date' => 'nonsense'], 'empty' => ['Date' => ''],
] as $name => $headers) {
    $client = (new Recorder(['headers' => $headers] + refusal(401, 'The signature is wrong')))->client();
    $exception = caught(static fn () => $client->orders()->refund('1'));
    assert($exception instanceof AuthenticationException);
    $difference = $exception->clockDifference;
    echo $name, ': ', $difference === null ? 'null' : (abs(abs($difference) - ($difference > 0 ? 3600 : 7200)) < 30 ? ($difference > 0 ? 'about +3600' : 'about -7200') : $difference), "\n";
}
echo $exception->getMessage(), ' ', $exception->getCode(), ' ', $exception->httpStatus, "\n";
?>
--EXPECT--
ahead: about +3600
behind: about -7200
none: null
nonsense: null
empty: null
POST /api/v2/order/refund/1 was refused: The signature is wrong (code 401, HTTP status 200, trace id trace-1) 401 200
