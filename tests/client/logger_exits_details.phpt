--TEST--
A logger that exits in the middle of details() ends it there: no further line, no exception, and nothing in the SAPI's log
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/sapi_log.inc';

final class Logger
{
    private int $lines = 0;

    public function log(mixed $level, string $message, array $context): void
    {
        echo $context['path'], "\n";
        if (++$this->lines === 2) {
            exit("the logger exits\n");
        }
    }
}

$log = new SapiLog();
register_shutdown_function(static function () use ($log): void {
    $log->show();
    echo Client::stats()['logger_failures'], "\n";
});
$client = new Client('key', ['handler' => static fn () => refusal(5), 'logger' => new Logger()]);
try {
    $client->orders()->details(['a', 'b', 'c']);
} catch (\Throwable) {
    echo "caught\n";
} finally {
    echo "finally\n";
}
echo "not reached\n";
?>
--EXPECT--
/api/v2/order/detail/a
/api/v2/order/detail/b
the logger exits
nothing in the log
0
