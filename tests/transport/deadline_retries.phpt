--TEST--
Retries and the pauses between them stay within the deadline: a read from a server that is always busy ends before the deadline and says why
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$server = fault_server('--tls');
$server->default(['do' => 'answer', 'status' => 503, 'json' => ['code' => 503, 'result' => false, 'message' => 'busy']]);
$client = new Client('key', $server->options(['timeout' => 2, 'retries' => 10]));
$start = microtime(true);
throws(static fn () => $client->orders()->detail('1'));
$seconds = microtime(true) - $start;
$requests = $server->counts()['requests'];
$times = array_column($server->log(), 'time');
// Ten pauses of up to 0.1, 0.2, 0.4 … 5 seconds do not fit, unless all of them are very short by chance.
var_dump($seconds < 15, $requests >= 2 && $requests <= 11, end($times) - $times[0] <= 15.0, $client->lastResponse()['retries'] === $requests - 1);

echo "pauses are random: no two calls wait equally long\n";
$pauses = static function () use ($server): array {
    $server->reset();
    $busy = ['do' => 'answer', 'status' => 502, 'body' => ''];
    $server->script($busy, $busy, $busy, $busy, $busy);
    (new Client('key', $server->options(['retries' => 5])))->orders()->detail('1');
    $times = array_column($server->log(), 'time');

    return array_map(static fn (float $after, float $before): float => $after - $before, array_slice($times, 1), array_slice($times, 0, -1));
};
[$one, $two] = [$pauses(), $pauses()];
$differences = array_map(static fn (float $a, float $b): float => abs($a - $b), $one, $two);
var_dump(count($one) === 5, max($differences) > 0.02, max(max($one), max($two)) > 0.02);

echo "a slow handler\n";
$calls = 0;
$slow = new Client('key', ['timeout' => 0.2, 'retries' => 10, 'handler' => static function () use (&$calls): array {
    $calls++;
    usleep(300000);

    return ['status' => 503, 'body' => ''];
}]);
throws(static fn () => $slow->orders()->detail('1'));
echo "{$calls} call\n";

echo "the deadline begins with the method: a parameter that took too long leaves no time to send\n";
final class Slow extends \DateTimeImmutable
{
    public function getTimestamp(): int
    {
        usleep(400000);

        return 0;
    }
}
$server->reset();
$brief = new Client('key', $server->options(['timeout' => 0.3]));
throws(static fn () => $brief->orders()->list(['st' => new Slow()]));
echo $server->counts()['requests'], " requests\n";
$server->stop();
?>
--EXPECTF--
Aurpay\ApiException: GET /api/v2/order/detail/1 was refused: busy (code 503, HTTP status 503) after %d retr%s; there was no further retry: the pause before it would be longer than the timeout allows
bool(true)
bool(true)
bool(true)
bool(true)
pauses are random: no two calls wait equally long
bool(true)
bool(true)
bool(true)
a slow handler
Aurpay\ResponseException: GET /api/v2/order/detail/1 got an answer that is not the API's: an empty body (HTTP status 503)
1 call
the deadline begins with the method: a parameter that took too long leaves no time to send
Aurpay\TransportException: GET /api/v2/order/ failed: timed out after N seconds (option timeout) before the request was started; nothing was sent
0 requests
