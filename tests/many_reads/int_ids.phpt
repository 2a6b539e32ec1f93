--TEST--
Many at once: an int is an id, because PHP turns an answer's keys into ints and they must work as ids again; 7 and "7" are the same id
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/recorder.php';

$aurpay = new Recorder(success('{"vs_price":18.0}'));
$azpays = new Recorder(['body' => '{"succeed":true,"result":{"amount":1}}']);
$azpays_client = new \Aurpay\AzPays\Client('token', ['handler' => $azpays]);
$number = 9;
foreach ([
    'details' => [$aurpay->client()->orders()->details(...), $aurpay],
    'transactionsByUuid' => [$azpays_client->transactionsByUuid(...), $azpays],
] as $name => [$many, $recorder]) {
    foreach ([[7], [7, '7', 8, '8'], ['007', 7], [&$number], new \ArrayIterator([42, 'a']), (static fn () => yield from [1, 2, 1])()] as $ids) {
        $answers = $many($ids);
        echo "{$name}: ", describe(array_keys($answers)), ' asked for ', implode(' ', array_map(static fn (array $request): string => basename($request['target']), $recorder->requests)), "\n";
        $recorder->requests = [];
    }
    $first = $many(['20240806', 'x', '007', '9223372036854775808', '-5']);
    $again = $many(array_keys($first));
    var_dump(array_keys($first), $again === $first);
    $recorder->requests = [];
}
?>
--EXPECT--
details: [7] asked for 7
details: [7, 8] asked for 7 8
details: ['007', 7] asked for 007 7
details: [9] asked for 9
details: [42, 'a'] asked for 42 a
details: [1, 2] asked for 1 2
array(5) {
  [0]=>
  int(20240806)
  [1]=>
  string(1) "x"
  [2]=>
  string(3) "007"
  [3]=>
  string(19) "9223372036854775808"
  [4]=>
  int(-5)
}
bool(true)
transactionsByUuid: [7] asked for 7
transactionsByUuid: [7, 8] asked for 7 8
transactionsByUuid: ['007', 7] asked for 007 7
transactionsByUuid: [9] asked for 9
transactionsByUuid: [42, 'a'] asked for 42 a
transactionsByUuid: [1, 2] asked for 1 2
array(5) {
  [0]=>
  int(20240806)
  [1]=>
  string(1) "x"
  [2]=>
  string(3) "007"
  [3]=>
  string(19) "9223372036854775808"
  [4]=>
  int(-5)
}
bool(true)
