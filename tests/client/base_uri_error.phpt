--TEST--
A bad base URI is a ValueError before anything is sent: not https, no host, user info, query, fragment, dot segments, look-alikes of loopback
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$server = fault_server();
$port = $server->port();
$bad = [
    '', ' ', '/', 'dashboard.aurpay.net', '//dashboard.aurpay.net', 'https://', 'https:///', 'https:', 'https',
    'https:///dashboard.aurpay.net', 'https:/dashboard.aurpay.net', 'https:dashboard.aurpay.net',
    'ftp://dashboard.aurpay.net', 'file:///etc/passwd', 'javascript:alert(1)', 'gopher://127.0.0.1',
    'http://dashboard.aurpay.net', 'http://192.168.0.1', 'http://10.0.0.1', 'http://0.0.0.0', 'http://example.com',
    "http://127.0.0.1.evil.example:{$port}", "http://localhost.evil.example:{$port}", 'http://evil.example/127.0.0.1',
    'http://127.0.0.1@evil.example', 'http://evil.example#127.0.0.1', 'http://evil.example?127.0.0.1',
    'http://1270.0.0.1', 'http://127.0.0.1.', 'http://128.0.0.1', 'http://[::2]', 'http://localhost.localdomain',
    'http://127.0.0.1%2eevil.example', 'http://127.0.0.1\\.evil.example',
    'https://user@dashboard.aurpay.net', 'https://user:password@dashboard.aurpay.net', 'https://:@dashboard.aurpay.net',
    'https://dashboard.aurpay.net?x=1', 'https://dashboard.aurpay.net/?', 'https://dashboard.aurpay.net#x',
    'https://dashboard.aurpay.net/#', "https://dashboard.aurpay.net\r\n", "https://dashboard.aurpay.net\0.evil.example",
    'https://dashboard.aurpay.net/a/../b', 'https://dashboard.aurpay.net/./a', 'https://dashboard.aurpay.net/a/..',
    ' https://dashboard.aurpay.net', 'https://dash board.aurpay.net', "https://dashboard.aurpay.net\t",
    'https://dashboard.aurpay.net:65536', 'https://dashboard.aurpay.net:x',
    'https://dashboard.aurpay.net:-1', 'https://' . str_repeat('a', 3000) . '.example',
];
$messages = [];
foreach ($bad as $uri) {
    try {
        new Client('key', ['base_uri' => $uri]);
        echo 'accepted: ', str_replace((string) $port, 'PORT', json_encode($uri, JSON_UNESCAPED_SLASHES)), "\n";
    } catch (\ValueError $error) {
        $messages[$error->getMessage()] = true;
    }
}
echo implode("\n", array_keys($messages)), "\n";
nothing_on_the_wire($server);
?>
--EXPECT--
Aurpay\Client::__construct(): Argument #2 ($options) option "base_uri" must be an absolute https URL (http only on a loopback address) without user, query or fragment
requests: 0, connections: 0
