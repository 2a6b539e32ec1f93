--TEST--
A class loader that constructs the very client whose options are being read: the first construction counts, the other is an Error
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$inner = new Recorder();
spl_autoload_register(static function (string $class) use ($inner): void {
    foreach (debug_backtrace(DEBUG_BACKTRACE_PROVIDE_OBJECT) as $frame) {
        if (($frame['object'] ?? null) instanceof Client) {
            $frame['object']->__construct('inner-key', ['handler' => $inner]);
            $GLOBALS['client'] = $frame['object'];
        }
    }
    eval("class {$class} { public static function answer() { return []; } }");
});
throws(static fn () => new Client('outer-key', ['handler' => 'MissingHandler::answer', 'user_agent' => 'outer/1']));
$client->orders()->fiatCurrencies();
echo $inner->requests[0]['headers']['API-Key'], "\n";
?>
--EXPECT--
Error: Aurpay\Client cannot be constructed twice
inner-key
