--TEST--
details() takes a list, an array with keys, a generator and any iterator; the result is by order id, in the order of the ids, each id once
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/recorder.php';

function ids(string ...$ids): \Generator
{
    foreach ($ids as $id) {
        yield 'the same key' => $id;
    }
}

$one = 'b';
$iterables = [
    'a list' => ['c', 'a', 'b'],
    'keys' => ['shop-7' => 'c', 9 => 'a', 'x' => 'b'],
    'references' => ['c', 'a', &$one],
    'a generator' => ids('c', 'a', 'b'),
    'an iterator' => new \ArrayIterator(['c', 'a', 'b']),
    'an aggregate' => new \ArrayObject(['c', 'a', 'b']),
    'twice' => ['c', 'a', 'c', 'b', 'a'],
    'digits' => ['20250207040935220628', '007', '42'],
    'none' => [],
    'an empty generator' => ids(),
];
foreach ($iterables as $name => $iterable) {
    $recorder = new Recorder(success('{"vs_price":18.0}'));
    $details = $recorder->client()->orders()->details($iterable);
    echo "{$name}: ", json_encode($details), "\n";
    echo '  ', implode(' ', array_map(static fn (array $request) => basename($request['target']), $recorder->requests)), "\n";
}
?>
--EXPECT--
a list: {"c":{"vs_price":"18.0"},"a":{"vs_price":"18.0"},"b":{"vs_price":"18.0"}}
  c a b
keys: {"c":{"vs_price":"18.0"},"a":{"vs_price":"18.0"},"b":{"vs_price":"18.0"}}
  c a b
references: {"c":{"vs_price":"18.0"},"a":{"vs_price":"18.0"},"b":{"vs_price":"18.0"}}
  c a b
a generator: {"c":{"vs_price":"18.0"},"a":{"vs_price":"18.0"},"b":{"vs_price":"18.0"}}
  c a b
an iterator: {"c":{"vs_price":"18.0"},"a":{"vs_price":"18.0"},"b":{"vs_price":"18.0"}}
  c a b
an aggregate: {"c":{"vs_price":"18.0"},"a":{"vs_price":"18.0"},"b":{"vs_price":"18.0"}}
  c a b
twice: {"c":{"vs_price":"18.0"},"a":{"vs_price":"18.0"},"b":{"vs_price":"18.0"}}
  c a b
digits: {"20250207040935220628":{"vs_price":"18.0"},"007":{"vs_price":"18.0"},"42":{"vs_price":"18.0"}}
  20250207040935220628 007 42
none: []
  
an empty generator: []
  
