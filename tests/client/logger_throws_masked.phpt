--TEST--
When a logger throws, the SAPI's log gets one line, masked and without control characters; no error handler, output buffer, error_get_last() or display_errors sees it
--INI--
display_errors=1
log_errors=0
html_errors=1
error_reporting=-1
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\Credentials;

require __DIR__ . '/sapi_log.inc';

final class Logger
{
    public function __construct(private readonly string $say) {}

    public function log(mixed $level, string $message, array $context): void
    {
        throw new class($this->say) extends \RuntimeException {};
    }
}

set_error_handler(static fn (int $type, string $message) => print("an error handler saw {$message}\n"));
$log = new SapiLog();
ob_start(static fn (string $output) => $output === '' ? '' : "in a buffer: {$output}");
$client = (new Recorder(success('[]')))->client(
    Credentials::signature('the-api-token', 'the-api-secret'),
    ['logger' => new Logger("the-api-token\r\n[01-Jan-2030 00:00:00 UTC] the-api-secret \0\x1b[31m\u{85} " . str_repeat('x', 400) . ' end')],
);
$client->orders()->refund('1');
$client->orders()->refund('2');
ob_end_flush();
var_dump(error_get_last());
$log->show();
echo Client::stats()['logger_failures'], "\n";
?>
--EXPECT--
NULL
log: aurpay: the option logger threw RuntimeException@anonymous after POST /api/v2/order/refund/1, whose outcome is not affected: ***  [01-Jan-2030 00:00:00 UTC] ***   [31m   xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
2
