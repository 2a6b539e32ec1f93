--TEST--
aurpay-doctor calls the shop's callback URL with a wrong signature: only a refusal is good, and each other answer has its own advice
--SKIPIF--
<?php

if (!ini_get('allow_url_fopen')) {
    die('skip needs allow_url_fopen');
}
?>
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/doctor.inc';

$server = fault_server();
foreach ([400 => '', 403 => '', 200 => 'ok', 404 => '', 405 => '', 419 => '', 401 => '', 302 => '', 500 => '', 503 => ''] as $status => $body) {
    $server->default(['do' => 'answer', 'status' => $status, 'body' => $body, 'close' => true]);
    $found = examine(['--json', '--callback-url', "{$server->baseUri}/aurpay/callback?order=1", 'callback-url']);
    echo "{$status}: exit {$found->status}, {$found->summary()}\n";
}
$server->default(['do' => 'answer', 'status' => 200, 'body' => '<form><input type="password"></form>', 'close' => true]);
echo 'a login page: ', examine(['--json', 'callback-url'], ['AURPAY_CALLBACK_URL' => $server->baseUri])->summary(), "\n";
echo 'http: ', examine(['--json', '--callback-url', 'http://shop.example/', 'callback-url'])->summary(), "\n";
echo 'no host: ', examine(['--json', '--callback-url', 'shop', 'callback-url'])->summary(), "\n";
echo 'no such name: ', str_contains(examine(['--json', '--callback-url', 'https://name.invalid/', 'callback-url'])->summary(), 'callback-url-unknown') ? 'callback-url-unknown' : 'another problem', "\n";
echo 'nobody listens: ', examine(['--json', '--timeout', '2', '--callback-url', 'http://127.0.0.1:1/?secret=my-secret', 'callback-url'])->summary(), "\n";
$last = examine(['--callback-url', 'http://user:my-password@127.0.0.1:1/?secret=my-secret', 'callback-url']);
echo str_contains($last->output . $last->errors, 'my-') ? "a secret is printed:\n{$last->output}{$last->errors}" : "no secret is printed\n";
echo $server->counts()['requests'], " requests\n";
$server->stop();
?>
--EXPECT--
400: exit 2, callback-url: callback-url-private, callback-url: ok
403: exit 2, callback-url: callback-url-private, callback-url: ok
200: exit 2, callback-url: callback-url-private, callback-url: callback-url-open
404: exit 2, callback-url: callback-url-private, callback-url: callback-url-missing
405: exit 2, callback-url: callback-url-private, callback-url: callback-url-missing
419: exit 2, callback-url: callback-url-private, callback-url: callback-url-csrf
401: exit 2, callback-url: callback-url-private, callback-url: callback-url-login
302: exit 2, callback-url: callback-url-private, callback-url: callback-url-redirects
500: exit 2, callback-url: callback-url-private, callback-url: callback-url-fails
503: exit 2, callback-url: callback-url-private, callback-url: callback-url-fails
a login page: callback-url: callback-url-private, callback-url: callback-url-login
http: callback-url: callback-url-refused
no host: callback-url: callback-url-refused
no such name: callback-url-unknown
nobody listens: callback-url: callback-url-private, callback-url: callback-url-unreachable
no secret is printed
11 requests
