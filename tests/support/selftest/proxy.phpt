--TEST--
tests/support: a proxy that a test starts, and its log
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../harness.php';

$server = fault_server();
$proxy = proxy('--require', 'user:pass');

$connect = static function (string $credentials) use ($server, $proxy): string {
    $stream = stream_socket_client("tcp://127.0.0.1:{$proxy->port()}");
    $target = "127.0.0.1:{$server->port()}";
    fwrite($stream, "CONNECT {$target} HTTP/1.1\r\nProxy-Authorization: Basic {$credentials}\r\n\r\n");

    return trim(fgets($stream));
};

echo $connect(base64_encode('user:wrong')), "\n";
echo $connect(base64_encode('user:pass')), "\n";
foreach ($proxy->log() as $entry) {
    say(json_encode([$entry['method'], $entry['target'], $entry['authorised'], $entry['status']]));
}
echo $proxy->counts()['connections'], "\n";
?>
--EXPECT--
HTTP/1.1 407 Proxy Authentication Required
HTTP/1.1 200 Connection established
["CONNECT","127.0.0.1:PORT",false,407]
["CONNECT","127.0.0.1:PORT",true,200]
2
