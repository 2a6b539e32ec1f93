--TEST--
10,000 random decimals of up to 36 digits with up to 18 decimals are sent and received digit for digit, checked with Python's decimal
--INI--
serialize_precision=5
precision=3
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/recorder.php';

$python = getenv('AURPAY_TOOLS_PYTHON') ?: 'python3';
$process = proc_open([$python, '-B', __DIR__ . '/decimals.py'], [['pipe', 'r'], ['pipe', 'w']], $pipes);
$decimals = json_decode(fgets($pipes[1]), true);
$tell = static function (string $name, array $values) use ($pipes): void {
    fwrite($pipes[0], json_encode(['name' => $name, 'values' => $values]) . "\n");
};

$recorder = new Recorder(success('{"pay_url":"x"}'));
$orders = $recorder->client()->orders();
foreach ($decimals as $decimal) {
    $orders->createPayUrl(['price' => $decimal, 'currency' => 'USD']);
}
$tell('sent', array_column($recorder->requests, 'body'));

// The decimals come in a money field as a number and as text, in a list, and nested.
$forms = ['number' => '{"amount":%s}', 'text' => '{"amount":"%s"}', 'list' => '{"fee":[%s]}', 'nested' => '{"a":{"price":%s}}'];
foreach ($forms as $name => $form) {
    $received = [];
    $answers = array_map(static fn (string $decimal): array => success(sprintf($form, $decimal)), $decimals);
    $client = (new Recorder(...$answers))->client();
    foreach ($decimals as $decimal) {
        $data = $client->request('GET', '/x');
        array_walk_recursive($data, static function (mixed $value) use (&$received): void {
            $received[] = $value;
        });
    }
    $tell($name, $received);
}
fclose($pipes[0]);
echo stream_get_contents($pipes[1]);
proc_close($process);
?>
--EXPECT--
sent: 10000 decimals, 0 wrong
number: 10000 decimals, 0 wrong
text: 10000 decimals, 0 wrong
list: 10000 decimals, 0 wrong
nested: 10000 decimals, 0 wrong
