--TEST--
An answer whose keys collide in PHP's hash table is refused before it costs quadratic time; other answers are accepted
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/callbacks.php';

/** PHP uses an integer key as its own hash, so the multiples of the table's size collide. */
$integers = static fn (int $count, int $step): array => array_map(static fn (int $i): string => (string) ($i * $step), range(1, $count));
/** "Ez" and "FY" have the same hash, and so have all texts made of these two. */
$strings = static fn (int $bits): array => array_map(static fn (int $i): string => strtr(sprintf("%0{$bits}b", $i), ['Ez', 'FY']), range(0, 2 ** $bits - 1));
$object = static fn (array $keys): string => '{"' . implode('":1,"', $keys) . '":1}';

$try = static function (string $what, string $json, int $count): void {
    try {
        $data = decoded_data($json);
        echo $what, ': ', count($data) === $count ? 'taken' : 'WRONG', "\n";
    } catch (\Aurpay\ResponseException $exception) {
        echo $what, ': ', preg_replace('~^.* the API\'s: ~', '', $exception->getMessage()), "\n";
    }
};
function decoded_data(string $json): array
{
    return (new Recorder(success($json)))->client('key', ['retries' => 0])->request('GET', '/x');
}

$try('ordinary keys', $object($integers(50000, 7)), 50000);
$try('ordinary names', $object(array_map(static fn (int $i): string => "name {$i}", range(1, 50000))), 50000);
$try('a list', '[' . implode(',', $integers(50000, 65536)) . ']', 50000);
$try('some that collide', $object($integers(1500, 65536)), 1500);
$try('some names that collide', $object($strings(11)), 2048);
$try('many that collide', $object($integers(8192, 8192)), 8192);
$try('many names that collide', $object($strings(13)), 8192);
$try('in a list of objects', '[' . implode(',', array_fill(0, 20, $object($integers(1500, 65536)))) . ']', 20);
// PHP compares each key with all earlier ones, up to the last byte.
$long = static fn (int $bits): array => array_map(static fn (string $end): string => str_repeat('a', 2000) . $end, $strings($bits));
$try('long names that collide', $object($long(12)), 4096);
$try('some long names that collide', $object($long(9)), 512);
$try('ordinary long names', $object(array_map(static fn (int $i): string => str_repeat('a', 2000) . $i, range(1, 4096))), 4096);
// PHP looks for each key among all that collide with it.
$try('one of them again and again', $object([...$integers(4000, 65536), ...array_fill(0, 3000, '65536')]), 4000);
try {
    (new Recorder(success($object($strings(13)))))->client()->orders()->refund('77');
} catch (\Aurpay\OutcomeUnknownException $exception) {
    echo $exception::class, "\n";
}
verify(headers(), body: $object($strings(13)));
?>
--EXPECT--
ordinary keys: taken
ordinary names: taken
a list: taken
some that collide: taken
some names that collide: taken
many that collide: JSON whose keys were made to collide (HTTP status 200)
many names that collide: JSON whose keys were made to collide (HTTP status 200)
in a list of objects: JSON whose keys were made to collide (HTTP status 200)
long names that collide: JSON whose keys were made to collide (HTTP status 200)
some long names that collide: taken
ordinary long names: taken
one of them again and again: JSON whose keys were made to collide (HTTP status 200)
Aurpay\OutcomeUnknownException
Body: The callback's body is not a JSON object
