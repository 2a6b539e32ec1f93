<?php

/*
 * usage: verify.php aurpay|php TURNS
 *
 * Verifies a callback without a body TURNS times and prints how long that took.
 */

declare(strict_types=1);

use Aurpay\Callback;

const TOKEN = 'cb-7Qm2Vt0LxkP4';
const SECRET = 'mBmU7CYd0ROfAVCoRg0Jz7tYCdd8XbS5';
const TOLERANCE = 300;

/**
 * Verifies a callback by hand, as a careful shop does.
 *
 * @param array<string, string> $server
 */
function verify_by_hand(string $url, array $server): void
{
    $date = $server['HTTP_DATE'] ?? throw new RuntimeException('no date');
    $signature = $server['HTTP_SIGNATURE'] ?? throw new RuntimeException('no signature');
    if (!hash_equals(TOKEN, $server['HTTP_CALLBACK_TOKEN'] ?? '')) {
        throw new RuntimeException('another token');
    }
    $time = strtotime($date);
    if ($time === false || abs(time() - $time) > TOLERANCE) {
        throw new RuntimeException('too old');
    }
    $expected = base64_encode(hash_hmac('sha256', "{$date} | {$url}", SECRET, true));
    if (!hash_equals($expected, $signature)) {
        throw new RuntimeException('another signature');
    }
}

[, $name, $turns] = $argv;
$url = 'https://shop.example/aurpay?order=1042';
$callback = new Callback(TOKEN, SECRET, TOLERANCE);
// The variables that a web server sets.
$server = [
    'DOCUMENT_ROOT' => '/var/www/html', 'SCRIPT_FILENAME' => '/var/www/html/aurpay.php',
    'SCRIPT_NAME' => '/aurpay.php', 'QUERY_STRING' => 'order=1042', 'REQUEST_METHOD' => 'GET',
    'CONTENT_TYPE' => '', 'CONTENT_LENGTH' => '',
    'REQUEST_URI' => '/aurpay?order=1042', 'DOCUMENT_URI' => '/aurpay.php', 'SERVER_PROTOCOL' => 'HTTP/1.1',
    'REQUEST_SCHEME' => 'https', 'HTTPS' => 'on', 'GATEWAY_INTERFACE' => 'CGI/1.1', 'SERVER_SOFTWARE' => 'nginx',
    'REMOTE_ADDR' => '192.0.2.7', 'REMOTE_PORT' => '40312', 'SERVER_ADDR' => '192.0.2.9', 'SERVER_PORT' => '443',
    'SERVER_NAME' => 'shop.example', 'REDIRECT_STATUS' => '200', 'HTTP_HOST' => 'shop.example',
    'HTTP_ACCEPT' => '*/*', 'HTTP_ACCEPT_ENCODING' => 'gzip, deflate, br', 'HTTP_USER_AGENT' => 'python-httpx/0.25',
    'HTTP_CONNECTION' => 'keep-alive', 'PHP_SELF' => '/aurpay.php',
    ...$callback->sign($url, null, true),
];
$verify = $name === 'aurpay'
    ? static fn (): array => $callback->verify($url, $server)
    : static fn () => verify_by_hand($url, $server);
$began = hrtime(true);
for ($i = 0; $i < (int) $turns; $i++) {
    $verify();
}
echo json_encode(['turns' => (int) $turns, 'nanoseconds' => hrtime(true) - $began]), "\n";
