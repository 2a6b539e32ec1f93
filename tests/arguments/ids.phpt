--TEST--
Every method that takes an id, with strict_types and without: text and ints are ids, nothing else is
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AzPays\Client as AzPays;

require __DIR__ . '/../support/recorder.php';
require __DIR__ . '/../support/call_strictly.php';
require __DIR__ . '/../support/call_weakly.php';

final class Id implements \Stringable
{
    public function __toString(): string
    {
        echo 'user code ran';

        return '1';
    }
}

$aurpay = new Recorder(success('{"status":"SUCCESS","vs_price":"10","vs_currency":"USD"}'));
$azpays = new Recorder(['body' => '{"succeed":true,"result":{}}']);
$orders = $aurpay->client()->orders();
$purses = new AzPays('token', ['handler' => $azpays]);
/** Object, further arguments, and whether the method takes many ids. */
$methods = [
    'detail' => [$orders, [], false], 'refundInfo' => [$orders, [], false], 'refund' => [$orders, [], false], 'confirm' => [$orders, ['10', 'USD'], false],
    'details' => [$orders, [], true], 'purse' => [$purses, [], false], 'transaction' => [$purses, [], false], 'transactionsByUuid' => [$purses, [], true],
];
$referred = 7;
$good = ['1', '007', 'a-Z_9', 7, 0, PHP_INT_MAX, &$referred];
$bad = [true, false, null, 1.0, 1e3, 1.5, NAN, new Id(), new \stdClass(), static fn () => '1', STDIN];

/** @return list<string> the last segments of the targets */
function asked(Recorder ...$recorders): array
{
    $asked = [];
    foreach ($recorders as $recorder) {
        foreach ($recorder->requests as $request) {
            $asked[] = basename($request['target']);
        }
        $recorder->requests = [];
    }

    return $asked;
}

foreach ($methods as $method => [$object, $more, $is_list]) {
    foreach ([call_strictly(...), call_weakly(...)] as $call) {
        foreach ($good as $id) {
            try {
                $call($object, $method, [$is_list ? [$id] : $id, ...$more]);
            } catch (\Aurpay\PaymentException) {
            }
        }
        echo str_pad($method, 20), implode(' ', asked($aurpay, $azpays)), "\n";
        foreach ($bad as $id) {
            try {
                $call($object, $method, [$is_list ? [$id] : $id, ...$more]);
                echo "  taken: ", describe($id), "\n";
            } catch (\TypeError $error) {
                $allowed = $is_list ? 'must contain only ids of type string|int, ' : 'must be of type string|int, ';
                if (!str_contains($error->getMessage(), "::{$method}(): Argument #1 (") || !str_contains($error->getMessage(), $allowed)) {
                    echo '  ', $error->getMessage(), "\n";
                }
            }
        }
        echo implode(' ', asked($aurpay, $azpays));
    }
}
?>
--EXPECT--
detail              1 007 a-Z_9 7 0 9223372036854775807 7
detail              1 007 a-Z_9 7 0 9223372036854775807 7
refundInfo          1 007 a-Z_9 7 0 9223372036854775807 7
refundInfo          1 007 a-Z_9 7 0 9223372036854775807 7
refund              1 007 a-Z_9 7 0 9223372036854775807 7
refund              1 007 a-Z_9 7 0 9223372036854775807 7
confirm             1 007 a-Z_9 7 0 9223372036854775807 7
confirm             1 007 a-Z_9 7 0 9223372036854775807 7
details             1 007 a-Z_9 7 0 9223372036854775807 7
details             1 007 a-Z_9 7 0 9223372036854775807 7
purse               1 007 a-Z_9 7 0 9223372036854775807 7
purse               1 007 a-Z_9 7 0 9223372036854775807 7
transaction         1 007 a-Z_9 7 0 9223372036854775807 7
transaction         1 007 a-Z_9 7 0 9223372036854775807 7
transactionsByUuid  1 007 a-Z_9 7 0 9223372036854775807 7
transactionsByUuid  1 007 a-Z_9 7 0 9223372036854775807 7
