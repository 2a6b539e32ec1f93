--TEST--
A slow name server does not break a call's deadline or connect_timeout and leaves nothing behind; signal handlers run meanwhile
--SKIPIF--
<?php

require __DIR__ . '/../support/harness.php';
AurpayTest\skip_unless_private_names();
?>
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/names.inc';

/** Prints the exception of a call of which nothing was sent; and its time, when it was almost the name server's. */
function ends(string $name, callable $call): void
{
    $start = microtime(true);
    echo "{$name}: ";
    $name === 'a signal' ? throws($call) : expect_nothing_sent($call);
    $seconds = microtime(true) - $start;
    if ($seconds > 6) {
        echo "it took {$seconds} s\n";
    }
}

function descriptors(): int
{
    return count(scandir('/proc/self/fd'));
}

// Longer than any deadline below. Old libcurl waits for the name server, so there the delay is short enough.
$names = new PrivateNames('--delay', libcurl_leaves_its_resolver() ? '8' : '1.5');
$server = fault_server('--tls');
$client = new Client('key', $server->options());
$client->request('GET', '/warm');
// libcurl 8.17 keeps one descriptor after it has looked up its first name.
echo 'a quick name: ';
expect_nothing_sent(static fn () => (new Client('key', ['base_uri' => 'https://ipv4.test:1', 'retries' => 0]))->request('GET', '/x'));
$descriptors = descriptors();

$slow = ['base_uri' => "https://slow.test:{$server->port()}"];
$brief = static fn (array $options): Client => new Client('key', $slow + $options + $server->options());
ends('a read', static fn () => $brief(['timeout' => 0.3])->request('GET', '/x'));
ends('a POST', static fn () => $brief(['timeout' => 0.3])->request('POST', '/x'));
ends('connect_timeout', static fn () => $brief(['connect_timeout' => 0.3, 'timeout' => 60, 'retries' => 0])->request('POST', '/x'));
ends('connect_timeout, a read and its retries', static fn () => $brief(['connect_timeout' => 0.1, 'timeout' => 60, 'retries' => 2])->request('GET', '/x'));
$proxied = new Client('key', $server->options(['proxy' => 'http://proxy.test:3128', 'timeout' => 0.3]));
ends("a proxy's name", static fn () => $proxied->request('POST', '/x'));

pcntl_async_signals(true);
pcntl_signal(SIGALRM, static fn () => throw new \DomainException('stop'));
pcntl_alarm(1);
ends('a signal', static fn () => $brief(['timeout' => 60])->request(method_on_shared_connections(), '/x'));

// After the name server's answers, the resolver's descriptors are closed.
for ($i = 0; $i < 200 && descriptors() > $descriptors; $i++) {
    usleep(100000);
}
echo max(0, descriptors() - $descriptors), " leaked descriptors\n";
echo $client->request('GET', '/after')['target'], "\n";
// A call with enough time reaches the server, whose certificate is for another name.
expect_nothing_sent(static fn () => $brief(['timeout' => 60])->request('POST', '/patient'));
echo $server->counts()['requests'], " requests\n";
$server->stop();
$names->stop();
?>
--EXPECTF--
a quick name: Aurpay\TransportException: GET /x failed: ipv4.test:1 refused the connection; check the option base_uri; nothing was sent
a read: Aurpay\TransportException: GET /x failed%S: timed out after N seconds (option timeout) before the name slow.test was resolved or a connection was started%S; nothing was sent
a POST: Aurpay\TransportException: POST /x failed: timed out after N seconds (option timeout) before the name slow.test was resolved or a connection was started; nothing was sent
connect_timeout: Aurpay\TransportException: POST /x failed: timed out after N seconds (option connect_timeout) before the name slow.test was resolved or a connection was started; nothing was sent
connect_timeout, a read and its retries: Aurpay\TransportException: GET /x failed after 2 retries: timed out after N seconds (option connect_timeout) before the name slow.test was resolved or a connection was started; nothing was sent
a proxy's name: Aurpay\TransportException: POST /x failed: timed out after N seconds (option timeout) before the name proxy.test was resolved or a connection was started; nothing was sent
a signal: DomainException: stop
0 leaked descriptors
/after
Aurpay\TransportException: POST /patient failed: the certificate of slow.test:%d is not valid for the name slow.test; check the option base_uri; nothing was sent
2 requests
