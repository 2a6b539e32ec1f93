--TEST--
After an error on a later page the earlier pages stay usable, and an answer that is no page does not end the walk silently
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/recorder.php';

$page = static fn (int $number): array => success(
    '{"page":' . $number . ',"size":2,"total":6,"max_page":3,"data":[{"n":"' . $number . 'a"},{"n":"' . $number . 'b"}]}',
);
$walk = static function (Recorder $recorder): void {
    try {
        foreach ($recorder->client('key', ['retries' => 0])->orders()->each() as $order) {
            echo $order['n'], ' ';
        }
        echo "end\n";
    } catch (\Aurpay\AurpayException $exception) {
        say($exception::class . ': ' . $exception->getMessage());
    }
};
$walk(new Recorder($page(1), $page(2), $page(3)));
$walk(new Recorder($page(1), $page(2), ['status' => 503, 'body' => '<h1>busy</h1>']));
$walk(new Recorder($page(1), success('{"page":2}')));
$walk(new Recorder($page(1), success('{"page":2,"max_page":3,"data":"x"}')));
$walk(new Recorder($page(1), success('{"page":2,"max_page":3,"data":[]}')));
?>
--EXPECT--
1a 1b 2a 2b 3a 3b end
1a 1b 2a 2b Aurpay\ResponseException: GET /api/v2/order/ got an answer that is not the API's: not JSON, or truncated (HTTP status 503)
1a 1b Aurpay\ResponseException: The answer is not a page: it has no list "data"
1a 1b Aurpay\ResponseException: The answer is not a page: it has no list "data"
1a 1b end
