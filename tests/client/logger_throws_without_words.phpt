--TEST--
A logger's exception whose message is gone, or is no text, is told to the log without words
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/sapi_log.inc';

final class WithoutMessage extends \Exception
{
    public function __construct()
    {
        unset($this->message);
    }
}

final class OddMessage extends \Exception
{
    public function __construct()
    {
        $this->message = ['no', 'text'];
    }
}

$log = new SapiLog();
// Only the first failure of a request is told.
$class = __NAMESPACE__ . '\\' . ($argv[1] ?? 'WithoutMessage');
$logger = new class ($class) {
    public function __construct(private readonly string $class) {}

    public function log(mixed $level, string $message, array $context): void
    {
        throw new $this->class();
    }
};
show((new Recorder(success('["done"]')))->client('key', ['logger' => $logger])->orders()->refund('1'));
$log->show();
if (!isset($argv[1])) {
    $extension = ini_get('extension_dir') . '/aurpay.' . PHP_SHLIB_SUFFIX;
    passthru(escapeshellarg(PHP_BINARY) . ' -n -d extension=' . escapeshellarg($extension) . ' ' . escapeshellarg(__FILE__) . ' OddMessage');
}
?>
--EXPECT--
['done']
log: aurpay: the option logger threw AurpayTest\WithoutMessage after POST /api/v2/order/refund/1, whose outcome is not affected: 
['done']
log: aurpay: the option logger threw AurpayTest\OddMessage after POST /api/v2/order/refund/1, whose outcome is not affected: 
