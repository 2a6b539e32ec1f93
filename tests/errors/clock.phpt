--TEST--
When a signature is refused, the exception compares the clocks: it says how far this machine's is off, or that they agree
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AuthenticationException;
use Aurpay\Client;
use Aurpay\Credentials;

require __DIR__ . '/../support/harness.php';

$server = fault_server();
$refusal = ['do' => 'answer', 'status' => 401, 'json' => ['code' => 401, 'result' => false, 'message' => 'Signature error']];
$dated = static fn (?string $date): array => ['headers' => ['Date' => $date]] + $refusal;
$from = static fn (int $seconds): array => $dated(gmdate('D, d M Y H:i:s \G\M\T', time() + $seconds));
$signed = new Client(Credentials::signature('token', 'secret'), $server->options(['timeout' => 20]));

/** Prints the message; the seconds are rounded, because a slow machine adds some. */
$tell = static function (string $label, array $answer, ?Client $client = null, string $method = 'refund') use ($server, $signed): ?int {
    $server->script($answer);
    try {
        ($client ?? $signed)->orders()->{$method}('1');
    } catch (AuthenticationException $exception) {
        echo "{$label}: ", preg_replace_callback(
            '~\d+(?= seconds)~',
            static fn (array $found): string => (string) (round($found[0] / 100) * 100),
            preg_replace('~within [1-5] seconds?~', 'within a few seconds', $exception->getMessage()),
        ), "\n";

        return $exception->clockDifference;
    }
    throw new \LogicException('nothing was thrown');
};

var_dump(abs($tell('the server is ahead', $from(300)) - 300) <= 3);
var_dump(abs($tell('the server is behind', $from(-7200)) + 7200) <= 3);
var_dump(abs($tell('a read', $from(-7200), method: 'detail') + 7200) <= 3);
var_dump(abs($tell('they agree', $from(0))) <= 3);
foreach (['no Date' => null, 'no date' => 'yesterday', 'empty' => '', 'beyond the calendar' => 'Mon, 17 Jun 99999 00:00:00 GMT'] as $label => $date) {
    var_dump($tell($label, $dated($date)));
}
// A request with an API key has no date, so the clock does not matter; the exception has the difference anyway.
var_dump(abs($tell('an API key', $from(300), new Client('key', $server->options())) - 300) <= 3);
$server->stop();
?>
--EXPECT--
the server is ahead: POST /api/v2/order/refund/1 was refused: Signature error (code 401, HTTP status 401); this machine's clock is 300 seconds behind the server's
bool(true)
the server is behind: POST /api/v2/order/refund/1 was refused: Signature error (code 401, HTTP status 401); this machine's clock is 7200 seconds ahead of the server's
bool(true)
a read: GET /api/v2/order/detail/1 was refused: Signature error (code 401, HTTP status 401); this machine's clock is 7200 seconds ahead of the server's
bool(true)
they agree: POST /api/v2/order/refund/1 was refused: Signature error (code 401, HTTP status 401); the clocks agree within a few seconds, so check the token, the secret and the algorithm
bool(true)
no Date: POST /api/v2/order/refund/1 was refused: Signature error (code 401, HTTP status 401); the answer has no Date header to compare the clocks by
NULL
no date: POST /api/v2/order/refund/1 was refused: Signature error (code 401, HTTP status 401); the answer has no Date header to compare the clocks by
NULL
empty: POST /api/v2/order/refund/1 was refused: Signature error (code 401, HTTP status 401); the answer has no Date header to compare the clocks by
NULL
beyond the calendar: POST /api/v2/order/refund/1 was refused: Signature error (code 401, HTTP status 401); the answer has no Date header to compare the clocks by
NULL
an API key: POST /api/v2/order/refund/1 was refused: Signature error (code 401, HTTP status 401)
bool(true)
