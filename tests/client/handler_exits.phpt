--TEST--
A handler may end the script; destructors and shutdown functions can still make calls
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

final class Last
{
    public function __construct(private Client $client) {}

    public function __destruct()
    {
        show($this->client->orders()->fiatCurrencies());
    }
}

$client = new Client('key', ['handler' => static fn () => exit("the handler exits\n")]);
$last = new Last((new Recorder(success('["destructor"]')))->client());
register_shutdown_function(static fn () => show((new Recorder(success('["shutdown"]')))->client()->orders()->fiatCurrencies()));
$client->orders()->refund('1');
echo "not reached\n";
?>
--EXPECT--
the handler exits
['shutdown']
['destructor']
