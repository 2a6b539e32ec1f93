--TEST--
A proxy's password is in no message, trace, dump, log or phpinfo page, neither plain nor percent-encoded, whatever goes wrong with the proxy
--INI--
zend.exception_ignore_args=0
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/leak.inc';

final class Lines
{
    public array $lines = [];

    public function log(mixed ...$line): void
    {
        $this->lines[] = $line;
    }
}

// The test searches for both forms of the password.
const PASSWORD = 'PASS/word%0004';
const ENCODED = 'PASS%2Fword%250004';

function shows(string $name, mixed $value): void
{
    $shown = is_string($value) ? $value : everything_shown($value);
    $found = array_filter([PASSWORD, ENCODED, base64_encode('user:' . PASSWORD)], static fn (string $form): bool => str_contains($shown, $form));
    echo "  {$name}: ", $shown === '' ? 'NOTHING WAS SHOWN' : ($found ? 'LEAKS ' . implode(' ', $found) : 'fine'), "\n";
}

function uri(string $proxy): string
{
    return str_replace('://', '://user:' . ENCODED . '@', $proxy);
}

$server = fault_server('--tls');
$listener = stream_socket_server('tcp://127.0.0.1:0');
$closed = 'http://' . stream_socket_get_name($listener, false);
fclose($listener);
$good = proxy('--require', 'user:' . PASSWORD);
$proxies = [
    'it lets us in' => $good,
    'it lets others in' => proxy('--require', 'user:other'),
    'it refuses' => proxy('--behaviour', 'refuse'),
    'it is silent' => proxy('--behaviour', 'silent'),
    'it hangs up' => proxy('--behaviour', 'close'),
    'its certificate is not trusted' => proxy('--tls', '--cert', 'untrusted'),
    'it is not there' => $closed,
    'its name is not known' => 'http://proxy.invalid:3128',
    'it is no proxy' => $server->baseUri,
];
$logger = new Lines();
foreach ($proxies as $name => $proxy) {
    $uri = uri(is_string($proxy) ? $proxy : $proxy->baseUri);
    $client = new Client('key', $server->options(['proxy' => $uri, 'retries' => 0, 'timeout' => 1, 'logger' => $logger]));
    echo "{$name}\n";
    try {
        $client->request('POST', '/x');
        echo "  success\n";
    } catch (\Throwable $thrown) {
        echo '  ', fault_before_sending($thrown)::class, "\n";
        shows('exception', $thrown);
    }
    shows('client', $client);
    shows('lastResponse()', $client->lastResponse());
}
shows('the log', $logger->lines);
shows('stats()', Client::stats());
ob_start();
phpinfo();
shows('phpinfo()', ob_get_clean());

echo "a proxy that is refused before anything is sent\n";
foreach (['socks5://user:' . ENCODED . '@127.0.0.1', 'http://user:' . ENCODED . '@', "http://user:" . ENCODED . "@127.0.0.1\n"] as $uri) {
    $thrown = thrown_by(static fn () => new Client('key', ['proxy' => $uri]));
    echo '  ', $thrown::class, "\n";
    shows('exception', $thrown);
}
$thrown = thrown_by(static fn () => Client::login('user', 'word', $server->options(['proxy' => uri($closed), 'retries' => 0])));
shows('login', $thrown);
echo 'the proxy received the password: ', $good->log()[0]['status'], "\n";
array_map(static fn (mixed $proxy) => is_string($proxy) || $proxy->stop(), $proxies);
$server->stop();
?>
--EXPECT--
it lets us in
  success
  client: fine
  lastResponse(): fine
it lets others in
  Aurpay\TransportException
  exception: fine
  client: fine
  lastResponse(): fine
it refuses
  Aurpay\TransportException
  exception: fine
  client: fine
  lastResponse(): fine
it is silent
  Aurpay\TransportException
  exception: fine
  client: fine
  lastResponse(): fine
it hangs up
  Aurpay\TransportException
  exception: fine
  client: fine
  lastResponse(): fine
its certificate is not trusted
  Aurpay\TransportException
  exception: fine
  client: fine
  lastResponse(): fine
it is not there
  Aurpay\TransportException
  exception: fine
  client: fine
  lastResponse(): fine
its name is not known
  Aurpay\TransportException
  exception: fine
  client: fine
  lastResponse(): fine
it is no proxy
  Aurpay\TransportException
  exception: fine
  client: fine
  lastResponse(): fine
  the log: fine
  stats(): fine
  phpinfo(): fine
a proxy that is refused before anything is sent
  ValueError
  exception: fine
  ValueError
  exception: fine
  ValueError
  exception: fine
  login: fine
the proxy received the password: 200
