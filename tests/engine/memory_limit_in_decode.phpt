--TEST--
memory_limit ends the script while an answer becomes arrays and leaves nothing behind: a shutdown function can still call
--INI--
display_errors=0
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/engine.inc';

$data = '[' . str_repeat('{"amount":1.5,"b":[2.5]},', 100000) . '1]';
$client = new Client('key', ['handler' => static function (string $method, string $target) use (&$data): array {
    return ['body' => '{"code":0,"result":true,"data":' . $data . '}'];
}]);
register_shutdown_function(static function () use ($client, &$data): void {
    ini_set('memory_limit', '-1');
    $data = '["1"]';
    echo "shutdown function: {$client->request('GET', '/x')[0]}\n";
});
ini_set('memory_limit', (string) (memory_get_usage() + 12 * 1024 * 1024));
$client->request('GET', '/x');
// Under valgrind the allocator has no limit.
if (getenv('USE_ZEND_ALLOC') !== '0') {
    echo "there was enough memory\n";
}
?>
--EXPECT--
shutdown function: 1
