--TEST--
Retry-After is respected in seconds and as an HTTP date, with 429 and 503; an unreadable value or one in the past delays nothing; one beyond the deadline ends the call at once
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

/** The forms of RFC 9110; the last two are obsolete, but servers still send them. */
function date_forms(int $time): array
{
    return [
        'IMF-fixdate' => gmdate('D, d M Y H:i:s', $time) . ' GMT',
        'RFC 850' => gmdate('l, d-M-y H:i:s', $time) . ' GMT',
        'asctime' => gmdate('D M ', $time) . str_pad(gmdate('j', $time), 2, ' ', STR_PAD_LEFT) . gmdate(' H:i:s Y', $time),
    ];
}

$server = fault_server('--tls');
$client = new Client('key', $server->options(['timeout' => 40, 'retries' => 1]));
$busy = static fn (int $status, string $after): array => [
    'do' => 'answer', 'status' => $status, 'headers' => ['Retry-After' => $after], 'body' => '', 'execute' => false,
];

foreach ([429, 503] as $status) {
    $server->reset();
    $server->script($busy($status, '2'));
    $target = $client->orders()->detail('1')['target'];
    [$first, $second] = array_column($server->log(), 'time');
    echo "{$status}, seconds: {$target}, ", $second - $first >= 1.9 ? 'waited' : 'not waited', "\n";
}
foreach (array_keys(date_forms(0)) as $form) {
    $time = time() + 2;
    $server->script($busy(429, date_forms($time)[$form]));
    $target = $client->orders()->detail('1')['target'];
    echo "{$form}: {$target}, ", microtime(true) >= $time ? 'waited' : 'not waited', "\n";
}
foreach (['0', '-100', 'soon', '1e9', '', '12 parsecs', date_forms(time() - 1000)['IMF-fixdate']] as $after) {
    $server->script($busy(503, $after));
    $start = microtime(true);
    $client->orders()->detail('1');
    echo preg_match('~GMT~', $after) ? 'the past' : "\"{$after}\"", ': ', microtime(true) - $start < 20 ? 'at once' : 'late', "\n";
}

echo "beyond the deadline\n";
foreach ([429, 503] as $status) {
    foreach (['seconds' => '600', 'more seconds than there are' => '99999999999999999999', 'date' => date_forms(time() + 600)['IMF-fixdate']] as $form => $after) {
        $server->reset();
        $server->script($busy($status, $after));
        $start = microtime(true);
        echo "{$form}: ";
        throws(static fn () => $client->orders()->detail('1'));
        echo '  ', microtime(true) - $start < 20 ? 'at once' : 'late', ", {$server->counts()['requests']} request, retries: {$client->lastResponse()['retries']}\n";
    }
}
$server->stop();
?>
--EXPECTF--
429, seconds: /api/v2/order/detail/1, waited
503, seconds: /api/v2/order/detail/1, waited
IMF-fixdate: /api/v2/order/detail/1, waited
RFC 850: /api/v2/order/detail/1, waited
asctime: /api/v2/order/detail/1, waited
"0": at once
"-100": at once
"soon": at once
"1e9": at once
"": at once
"12 parsecs": at once
the past: at once
beyond the deadline
seconds: Aurpay\RateLimitException: GET /api/v2/order/detail/1 %s(%SHTTP status 429); %Sthe timeout%S
  at once, 1 request, retries: 0
more seconds than there are: Aurpay\RateLimitException: GET /api/v2/order/detail/1 %s(%SHTTP status 429); %Sthe timeout%S
  at once, 1 request, retries: 0
date: Aurpay\RateLimitException: GET /api/v2/order/detail/1 %s(%SHTTP status 429); %Sthe timeout%S
  at once, 1 request, retries: 0
seconds: Aurpay\ResponseException: GET /api/v2/order/detail/1 %s(%SHTTP status 503); %Sthe timeout%S
  at once, 1 request, retries: 0
more seconds than there are: Aurpay\ResponseException: GET /api/v2/order/detail/1 %s(%SHTTP status 503); %Sthe timeout%S
  at once, 1 request, retries: 0
date: Aurpay\ResponseException: GET /api/v2/order/detail/1 %s(%SHTTP status 503); %Sthe timeout%S
  at once, 1 request, retries: 0
