--TEST--
20,000 random JSON texts, some of them broken, are decoded to what Python's json and decimal read
--FILE--
<?php

namespace AurpayTest;

use Aurpay\EnayaPay\Client;

require __DIR__ . '/data.inc';

$body = '';
// EnayaPay's answers have no envelope.
$client = new Client('key', ['handler' => static function () use (&$body): array {
    return ['body' => $body];
}]);
$counts = ['decoded' => 0, 'refused' => 0, 'wrong' => 0];
$python = popen((getenv('AURPAY_TOOLS_PYTHON') ?: 'python3') . ' -B ' . escapeshellarg(__DIR__ . '/texts.py'), 'r');
while (($line = fgets($python)) !== false) {
    [$body, $expected] = json_decode($line, true);
    try {
        $made = ['is' => $client->request('GET', '/x')];
        $counts['decoded']++;
    } catch (\Aurpay\ResponseException) {
        $made = null;
        $counts['refused']++;
    }
    if ($made !== $expected && $counts['wrong']++ < 3) {
        echo $body, "\nbecame ", describe($made), "\ninstead of ", describe($expected), "\n";
    }
}
pclose($python);
echo array_sum($counts), ' texts, ', $counts['wrong'], " wrong\n";
var_dump($counts['decoded'] > 15000, $counts['refused'] > 2000);
?>
--EXPECT--
20000 texts, 0 wrong
bool(true)
bool(true)
