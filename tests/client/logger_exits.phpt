--TEST--
A logger may end the script after a call that failed
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/recorder.php';

final class Logger
{
    public function log(mixed $level, string $message, array $context): void
    {
        exit("the logger exits\n");
    }
}

$client = (new Recorder(['status' => 502, 'body' => '<h1>']))->client('key', ['logger' => new Logger()]);
$client->orders()->refund('1');
echo "not reached\n";
?>
--EXPECT--
the logger exits
