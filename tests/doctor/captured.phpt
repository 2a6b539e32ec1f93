--TEST--
aurpay-doctor judges a captured callback, raw or as JSON, and finds the form of the URL that was signed
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/doctor.inc';

const VARIABLES = ['AURPAY_CALLBACK_TOKEN' => 'the-token', 'AURPAY_CALLBACK_SECRET' => 'the-secret'];

/** The headers that the platform sends: DESIGN of the wire, by hash_hmac() and not by the extension. */
function headers(string $url, int $time, string $secret = 'the-secret'): array
{
    $date = gmdate('Y-m-d\TH:i:s.000\Z', $time);

    return ['Callback-Token' => 'the-token', 'Date' => $date, 'Signature' => base64_encode(hash_hmac('sha256', "{$date} | {$url}", $secret, true))];
}

function judge(string $case, array|string $capture, string ...$arguments): void
{
    $file = tempnam(sys_get_temp_dir(), 'aurpay');
    file_put_contents($file, is_string($capture) ? $capture : json_encode($capture));
    $found = examine(['--json', ...$arguments, 'callback', $file], VARIABLES);
    unlink($file);
    echo "{$case}: exit {$found->status}, {$found->summary()}", $found->checks()[0]['commands'] === [] ? '' : ', ' . $found->checks()[0]['commands'][0], "\n";
}

function raw(array $headers, string $body = '{"order_id":"7"}'): string
{
    $text = "POST /aurpay?order=1&shop=2 HTTP/1.1\r\nHost: shop.example\r\n";
    foreach ($headers as $name => $value) {
        $text .= "{$name}: {$value}\r\n";
    }

    return "{$text}\r\n{$body}";
}

$url = 'https://shop.example/aurpay?order=1&shop=2';
judge('a fresh one', raw(headers($url, time())));
judge('of yesterday', raw(headers($url, time() - 86400)));
judge('as a proxy gets it', str_replace('POST /', 'POST https://shop.example/', raw(headers($url, time()))));
judge('as JSON', ['url' => $url, 'headers' => headers($url, time()), 'body' => '{"order_id":"7"}']);
judge('as JSON with a byte order mark', "\u{feff}" . json_encode(['url' => $url, 'headers' => headers($url, time())]));
judge('as $_SERVER', ['url' => $url, 'headers' => array_combine(['HTTP_CALLBACK_TOKEN', 'HTTP_DATE', 'HTTP_SIGNATURE'], array_values(headers($url, time())))]);
judge('behind a proxy', raw(headers('http://shop.example/aurpay?order=1&shop=2', time())));
judge('another order', raw(headers('https://shop.example/aurpay?shop=2&order=1', time())));
judge('a slash, of yesterday', raw(headers('https://shop.example/aurpay/?order=1&shop=2', time() - 86400)));
judge('www', raw(headers('https://www.shop.example/aurpay?order=1&shop=2', time())));
judge('behind a proxy with a port', str_replace('Host: shop.example', 'Host: shop.example:8080', raw(headers('http://shop.example/aurpay?shop=2&order=1', time()))));
judge('a given URL', raw(headers('https://pay.example/x', time())), '--callback-url', 'https://pay.example/x');
judge('another URL', raw(headers('https://elsewhere.example/', time())));
judge('another secret', raw(headers($url, time(), 'another')));
judge('another token', raw(['Callback-Token' => 'another'] + headers($url, time())));
judge('an empty signature', raw(['Signature' => ''] + headers($url, time())));
judge('no header', raw(array_diff_key(headers($url, time()), ['Date' => 1])));
$odd = ['Callback-Token' => 'the-token', 'Date' => 'yesterday', 'Signature' => base64_encode(hash_hmac('sha256', "yesterday | {$url}", 'the-secret', true))];
judge('an odd date', raw($odd));
judge('a list', raw(headers($url, time()), '[1]'));
foreach (['nothing' => '', 'no request' => 'hello', 'no headers' => '{"url":"x"}', 'no URL' => ['headers' => ['a' => 'b']]] as $case => $capture) {
    $found = examine(['--json', 'callback', '-'], VARIABLES, input: is_string($capture) ? $capture : json_encode($capture));
    echo "{$case}: exit {$found->status}, output '{$found->output}', {$found->errors}";
}
echo 'without a secret: exit ', ($found = examine(['--json', 'callback', '-'], [], input: raw(headers($url, time()))))->status, ", {$found->summary()}\n";
echo 'a bad secret: ', examine(['--json', 'callback', '-'], ['AURPAY_CALLBACK_SECRET' => ' x'] + VARIABLES, input: raw(headers($url, time())))->summary(), "\n";
?>
--EXPECT--
a fresh one: exit 0, callback: ok
of yesterday: exit 0, callback: ok
as a proxy gets it: exit 0, callback: ok
as JSON: exit 0, callback: ok
as JSON with a byte order mark: exit 0, callback: ok
as $_SERVER: exit 0, callback: ok
behind a proxy: exit 2, callback: callback-other-url, $callback->verify('http://shop.example/aurpay?order=…&shop=…', $headers, $body)
another order: exit 2, callback: callback-other-url, $callback->verify('https://shop.example/aurpay?shop=…&order=…', $headers, $body)
a slash, of yesterday: exit 2, callback: callback-other-url, $callback->verify('https://shop.example/aurpay/?order=…&shop=…', $headers, $body)
www: exit 2, callback: callback-other-url, $callback->verify('https://www.shop.example/aurpay?order=…&shop=…', $headers, $body)
behind a proxy with a port: exit 2, callback: callback-other-url, $callback->verify('http://shop.example/aurpay?shop=…&order=…', $headers, $body)
a given URL: exit 0, callback: ok
another URL: exit 2, callback: callback-signature, copy AURPAY_CALLBACK_SECRET from the dashboard again
another secret: exit 2, callback: callback-signature, copy AURPAY_CALLBACK_SECRET from the dashboard again
another token: exit 2, callback: callback-token, copy AURPAY_CALLBACK_TOKEN from the dashboard again
an empty signature: exit 2, callback: callback-header, fastcgi_pass_request_headers on;    # nginx
no header: exit 2, callback: callback-header, fastcgi_pass_request_headers on;    # nginx
an odd date: exit 2, callback: callback-date, aurpay-doctor callback FILE
a list: exit 2, callback: callback-body, 'enable_post_callback' => true    // in createPayUrl()
nothing: exit 3, output '', aurpay-doctor: - cannot be read, or is empty
no request: exit 3, output '', aurpay-doctor: - is neither an HTTP request nor JSON
no headers: exit 3, output '', aurpay-doctor: -: the JSON has no headers; it needs url, headers and body
no URL: exit 3, output '', aurpay-doctor: - does not say which URL was called; give it with --callback-url
without a secret: exit 3, callback: skipped
a bad secret: callback: credential-malformed
