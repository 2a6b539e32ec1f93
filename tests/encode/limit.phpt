--TEST--
A body of 1 MiB is sent, and one of a byte more is a ValueError, whichever byte of it is beyond the limit; a query likewise, at 16 KiB for the whole URL
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/body.inc';

/**
 * Makes a padding longer byte by byte, until the limit has moved from behind the last byte to the first one after the
 * padding. Prints how many lengths were sent, and how many were refused.
 *
 * @param callable(Client, string): mixed $call
 */
function move_limit(string $what, int $limit, callable $call): void
{
    $measure = static function (int $length) use ($call): int {
        $recorder = new Recorder(success('{"data":[]}'));
        $call($recorder->client(), str_repeat('a', $length));
        $request = $recorder->requests[0];

        return $request['method'] === 'GET' ? strlen("https://dashboard.aurpay.net{$request['target']}") : strlen($request['body']);
    };
    $others = $measure(1) - 1;
    [$sent, $refused] = [0, 0];
    for ($length = $limit - $others - 1; $length <= $limit + 1; $length++) {
        try {
            $size = $measure($length);
            $sent += $size === $length + $others && $size <= $limit ? 1 : 100;
        } catch (\ValueError $error) {
            $refused++;
            $message = $error->getMessage();
        }
    }
    echo "{$what}: {$sent} sent, ", $refused === $others + 1 ? 'the others' : $refused, " refused: {$message}\n";
}

$list = static fn (string $padding): array => [$padding, 1, 'b', true, null, 1.5, [2 => 'c', 'd' => ["\u{e9}\n"]]];
$post = static fn (callable $params): \Closure
    => static fn (Client $client, string $padding): mixed => $client->request('POST', '/x', $params($padding));
move_limit('JSON', 1 << 20, $post(static fn (string $padding): array => ['p' => $padding, 'list' => $list('x'), 'n' => 7]));
move_limit('nested JSON', 1 << 20, $post(static fn (string $padding): array => ['list' => $list($padding)]));
move_limit('JSON with int keys', 1 << 20, $post(static fn (string $padding): array => ['o' => [5 => $padding, 12 => 'x', 'y' => 2]]));
move_limit('a query', 16384, static fn (Client $client, string $padding): mixed
    => $client->request('GET', '/x', ['p' => $padding, 'q' => 'b c', 'r' => 1]));
move_limit('a filter', 16384, static fn (Client $client, string $padding): mixed
    => $client->orders()->list(['status' => $padding, 'st' => new \DateTimeImmutable('2024-10-10 UTC'), 'page' => 7]));
?>
--EXPECT--
JSON: 2 sent, the others refused: aurpay: the request is too large: a body may have 1 MiB, a URL with its query 16 KiB
nested JSON: 2 sent, the others refused: aurpay: the request is too large: a body may have 1 MiB, a URL with its query 16 KiB
JSON with int keys: 2 sent, the others refused: aurpay: the request is too large: a body may have 1 MiB, a URL with its query 16 KiB
a query: 2 sent, the others refused: aurpay: the request is too large: a body may have 1 MiB, a URL with its query 16 KiB
a filter: 2 sent, the others refused: aurpay: the request is too large: a body may have 1 MiB, a URL with its query 16 KiB
