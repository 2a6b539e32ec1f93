--TEST--
Calls over the network work in shutdown functions, in destructors at the end of the script and in an output callback after them, on the connection of the earlier calls
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

final class Caller
{
    public static ?self $static = null;
    public ?self $cycle = null;

    public function __construct(private Client $client, private string $place)
    {
    }

    public function __destruct()
    {
        echo $this->place, ': ', $this->client->request('POST', '/x'), "\n";
        $this->cycle = null;
    }
}

// Not a Child of the harness, because the server must outlive all objects.
$command = [getenv('AURPAY_TOOLS_PYTHON') ?: 'python3', '-B', dirname(__DIR__) . '/support/raw_server.py'];
$process = proc_open($command, [['pipe', 'r'], ['pipe', 'w'], STDERR], $pipes);
['base_uri' => $baseUri] = json_decode((string) fgets($pipes[1]), true);
fwrite($pipes[0], json_encode(['once' => "HTTP/1.1 200 OK\r\nContent-Length: 38\r\n\r\n" . '{"code":0,"result":true,"data":"done"}']) . "\n");
fgets($pipes[1]);

$client = new Client('key', ['base_uri' => $baseUri]);
$own = connections_of_their_own(5);
$callback = static function (string $output) use ($client, $process, $pipes, $own): string {
    $data = $client->request('POST', '/x');
    ['connections_opened' => $connections, 'requests' => $requests] = Client::stats();
    $connections -= $own;

    return "{$output}output callback: {$data}\n{$requests} requests, connections: {$connections}\n";
};
ob_start($callback);
new Caller($client, 'at once');
$global = new Caller($client, 'a global');
$cycle = new Caller($client, 'a cycle');
$cycle->cycle = $cycle;
Caller::$static = new Caller($client, 'a static property');
register_shutdown_function(static function () use ($client): void {
    new Caller($client, 'a shutdown function');
});
unset($cycle, $client, $callback);
echo "end of the script\n";
?>
--EXPECT--
at once: done
end of the script
a shutdown function: done
a global: done
a cycle: done
a static property: done
output callback: done
6 requests, connections: 1
