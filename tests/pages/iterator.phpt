--TEST--
An iterator without an element returns null: on an empty list, before the first element, after the last, after an exception, whoever iterates
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/recorder.php';

$page = static fn (int $number, int $last, string $data): array => success('{"page":' . $number . ',"max_page":' . $last . ',"data":' . $data . '}');
$fails = ['status' => 400, 'body' => '{"code":400,"result":false,"message":"no"}'];
$iterator = static fn (array ...$answers): \Iterator => (new Recorder(...$answers))->client('key', ['retries' => 0])->orders()->each()->getIterator();
$at = static fn (\Iterator $it): string => json_encode([$it->valid(), $it->key(), $it->current()]);

echo "an empty list\n";
$it = $iterator($page(1, 1, '[]'));
echo var_export($it->current(), true), ' ', $at($it), "\n";
$it->next();
echo $at($it), "\n";
$it->rewind();
echo $at($it), "\n";

echo "key() first, next() first\n";
$it = $iterator($page(1, 1, '[]'));
var_dump($it->key());
$it = $iterator($page(1, 1, '[]'));
$it->next();
echo $at($it), "\n";

echo "after the end\n";
$it = $iterator($page(1, 1, '[{"n":1}]'));
echo $at($it), ' ';
for ($i = 0; $i < 3; $i++) {
    $it->next();
    echo $at($it), ' ';
}
$it->rewind();
echo $at($it), "\n";

echo "after an exception\n";
$it = $iterator($fails, $page(1, 1, '[{"n":1}]'));
throws(static fn () => $it->current());
echo $at($it), "\n";
$it = $iterator($page(1, 2, '[{"n":1}]'), $fails, $page(1, 1, '[{"n":2}]'));
echo $at($it), ' ';
try {
    $it->next();
} catch (\Aurpay\ApiException) {
    echo $at($it), ' ';
}
$it->next();
echo $at($it), ' ';
$it->rewind();
echo $at($it), "\n";

echo "an exception of the handler\n";
$orders = (new \Aurpay\Client('key', ['handler' => static fn () => throw new \DomainException('handler')]))->orders();
$it = $orders->each()->getIterator();
throws(static fn () => $it->rewind());
echo $at($it), "\n";

echo "other ways to iterate\n";
$pages = static fn () => (new Recorder($page(1, 2, '[{"n":1},{"n":2}]'), $page(2, 2, '[{"n":3}]'), $page(1, 1, '[]')))->client()->orders()->each();
$generator = (static function () use ($pages) {
    yield 'before';
    yield from $pages();
    yield 'after';
})();
foreach ($generator as $key => $value) {
    echo "{$key}: ", json_encode($value), ' ';
}
echo "\n";
$all = new \IteratorIterator($pages());
echo json_encode([$all->valid(), $all->key(), $all->current()]), ' ', count(iterator_to_array($all, false)), "\n";
$it = $pages()->getIterator();
echo iterator_apply($it, static function () use ($it): bool {
    echo json_encode($it->current()), ' ';

    return true;
}), "\n";
$elements = [...$pages()];
echo count($elements), "\n";
foreach ($pages() as $outer) {
    foreach ($pages() as $inner) {
        echo $outer['n'], $inner['n'], ' ';
    }
}
echo "\n";

echo "dropped in the middle, and copied\n";
$generator = (static function () use ($pages) {
    yield from $pages();
})();
$kept = $generator->current();
unset($generator);
$it = $pages()->getIterator();
$current = $it->current();
unset($it);
echo json_encode([$kept, $current]), "\n";

echo "a handler that advances the iterator that called it\n";
$it = null;
$handler = static function (string $method, string $target) use (&$it, $page): array {
    static $depth = 0;
    if ($depth++ === 1) {
        $it->next();
        $it->rewind();
    }

    return str_ends_with($target, 'page=1') ? $page(1, 2, '[{"n":1}]') : $page(2, 2, '[{"n":2}]');
};
$it = (new \Aurpay\Client('key', ['handler' => $handler]))->orders()->each()->getIterator();
echo $at($it), ' ';
$it->next();
echo $at($it), ' ';
$it->next();
echo $at($it), "\n";
// The engine does not free a cycle through an iterator at the end of the script.
$it = null;
?>
--EXPECT--
an empty list
NULL [false,null,null]
[false,null,null]
[false,null,null]
key() first, next() first
NULL
[false,null,null]
after the end
[true,0,{"n":1}] [false,null,null] [false,null,null] [false,null,null] [true,0,{"n":1}]
after an exception
Aurpay\ApiException: GET /api/v2/order/ was refused: no (code 400, HTTP status 400)
[false,null,null]
[true,0,{"n":1}] [false,null,null] [false,null,null] [true,0,{"n":2}]
an exception of the handler
DomainException: handler
[false,null,null]
other ways to iterate
0: "before" 0: {"n":1} 1: {"n":2} 2: {"n":3} 1: "after" 
[false,null,null] 3
{"n":1} {"n":2} {"n":3} 3
3
11 12 13 21 22 23 31 32 33 
dropped in the middle, and copied
[{"n":1},{"n":1}]
a handler that advances the iterator that called it
[true,0,{"n":1}] [true,0,{"n":2}] [false,null,null]
