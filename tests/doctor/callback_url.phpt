--TEST--
aurpay-doctor calls the shop's callback URL with a wrong signature: only a refusal is good, and each other answer has its own advice
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
echo 'a login page: ', examine(['--json', 'callback-url'], ['AURPAY_CALLBACK_URL' => "{$server->baseUri}/aurpay"])->summary(), "\n";
$blocked = ['a 406' => ['status' => 406], 'a 429' => ['status' => 429], "nginx's page" => ['status' => 403, 'body' => '<hr><center>nginx/1.22.1</center>'], 'a challenge' => ['status' => 503, 'headers' => ['cf-mitigated' => 'challenge']]];
foreach ($blocked as $name => $answer) {
    $server->default(['do' => 'answer', 'close' => true, ...$answer]);
    echo "{$name}: ", examine(['--json', '--callback-url', "{$server->baseUri}/", 'callback-url'])->summary(), "\n";
}
// The Laravel package's variable has no path, so what answers there proves nothing.
echo 'a variable without a path: ', examine(['--json', 'callback-url'], ['AURPAY_CALLBACK_URL' => $server->baseUri])->summary(), "\n";
foreach (['http' => 'http://shop.example/', 'no host' => 'shop', 'a user' => 'https://user:my-password@shop.example/', 'a fragment' => 'https://shop.example/#x', 'a file' => 'file://localhost/etc/passwd', 'a blank' => 'https://shop.example/a b'] as $name => $url) {
    echo "{$name}: ", examine(['--json', '--callback-url', $url, 'callback-url'])->summary(), "\n";
}
echo 'not of the internet: ', implode(', ', array_map(static fn (string $ip): string => examine(['--json', '--timeout', '0.2', '--callback-url', "https://{$ip}:1/", 'callback-url'])->checks()[0]['code'], ['100.64.0.1', '[::1]'])), "\n";
echo 'no such name: ', str_contains(examine(['--json', '--callback-url', 'https://name.invalid/', 'callback-url'])->summary(), 'callback-url-unknown') ? 'callback-url-unknown' : 'another problem', "\n";
echo 'nobody listens: ', examine(['--json', '--timeout', '2', '--callback-url', 'http://127.0.0.1:1/?secret=my-secret', 'callback-url'])->summary(), "\n";
$last = examine(['--callback-url', 'http://127.0.0.1:1/): my-path?secret=my-secret', 'callback-url']);
echo str_contains($last->output . $last->errors, 'my-secret') ? "a secret is printed:\n{$last->output}{$last->errors}" : "no secret is printed\n";
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
a 406: callback-url: callback-url-private, callback-url: callback-url-blocked
a 429: callback-url: callback-url-private, callback-url: callback-url-blocked
nginx's page: callback-url: callback-url-private, callback-url: callback-url-blocked
a challenge: callback-url: callback-url-private, callback-url: callback-url-blocked
a variable without a path: callback-url: callback-url-private, callback-url: skipped
http: callback-url: callback-url-refused
no host: callback-url: callback-url-refused
a user: callback-url: callback-url-refused
a fragment: callback-url: callback-url-refused
a file: callback-url: callback-url-refused
a blank: callback-url: callback-url-refused
not of the internet: callback-url-private, callback-url-private
no such name: callback-url-unknown
nobody listens: callback-url: callback-url-private, callback-url: callback-url-unreachable
no secret is printed
15 requests
