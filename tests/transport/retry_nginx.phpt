--TEST--
A real nginx whose application dies, hangs or is gone (502, 504): a read is retried over HTTP/1.1 and HTTP/2, any other call is not
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$application = fault_server();
foreach (['HTTP/1.1' => ['--http1'], 'HTTP/2' => []] as $version => $arguments) {
    $server = nginx('--upstream', (string) $application->port(), '--patience', '2s', ...$arguments);
    $client = new Client('key', $server->options(['retries' => 2]));
    foreach (['close' => 502, 'silent' => 504] as $behaviour => $status) {
        $application->reset();
        $application->script($behaviour, $behaviour);
        $data = $client->orders()->detail('1');
        echo "{$version}, {$behaviour}: {$data['target']}, retries: {$client->lastResponse()['retries']}, ",
            "HTTP/{$client->lastResponse()['http_version']}, executed: {$application->executed()}\n";
    }
    $application->vanish();
    echo 'gone: ';
    throws(static fn () => $client->orders()->detail('1'));
    echo 'gone: ';
    throws(static fn () => $client->orders()->refund('1'));
    $application->listen();
    $application->reset();
    $application->script('silent');
    echo 'silent: ';
    throws(static fn () => $client->orders()->refund('1'));
    echo "executed: {$application->executed()}\n";
    $statuses = array_map(static fn (array $entry): string => "{$entry['method']} {$entry['status']}", $server->log(11));
    echo 'nginx answered: ', implode(', ', $statuses), "\n";
    $server->stop();
}
$application->stop();
?>
--EXPECTF--
HTTP/1.1, close: /api/v2/order/detail/1, retries: 2, HTTP/1.1, executed: 3
HTTP/1.1, silent: /api/v2/order/detail/1, retries: 2, HTTP/1.1, executed: 3
gone: Aurpay\ResponseException: GET /api/v2/order/detail/1 got an answer that is not the API%s (HTTP status 502) after 2 retries
gone: Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/1 may have been executed: %s (HTTP status 502); %s
silent: Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/1 may have been executed: %s (HTTP status 504); %s
executed: 1
nginx answered: GET 502, GET 502, GET 200, GET 504, GET 504, GET 200, GET 502, GET 502, GET 502, POST 502, POST 504
HTTP/2, close: /api/v2/order/detail/1, retries: 2, HTTP/2, executed: 3
HTTP/2, silent: /api/v2/order/detail/1, retries: 2, HTTP/2, executed: 3
gone: Aurpay\ResponseException: GET /api/v2/order/detail/1 got an answer that is not the API%s (HTTP status 502) after 2 retries
gone: Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/1 may have been executed: %s (HTTP status 502); %s
silent: Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/1 may have been executed: %s (HTTP status 504); %s
executed: 1
nginx answered: GET 502, GET 502, GET 200, GET 504, GET 504, GET 200, GET 502, GET 502, GET 502, POST 502, POST 504
