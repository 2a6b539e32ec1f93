--TEST--
Every option and every documented key of every method gets hostile values, also by reference: the same rules as for parameters; a key that is not known is refused
--FILE--
<?php

namespace AurpayTest\Enemy;

require __DIR__ . '/suite/load.php';

// The only arrays whose keys are the caller's own.
$own = [
    'Aurpay\Client::request() $params', 'Aurpay\AzPays\Client::request() $params', 'Aurpay\EnayaPay\Client::request() $params',
    'Aurpay\Callback::verify() $url', 'Aurpay\Callback::verify() $headers',
    'Aurpay\Order::details() $orderIds', 'Aurpay\AzPays\Client::transactionsByUuid() $uuids',
];
Diagnostics::collect();
$judge = new Judge();
$tried = 0;
foreach (Api::allMethods() as $method) {
    $call = Accepted::of($method);
    foreach ($method->getParameters() as $position => $parameter) {
        $name = Api::name($method) . " \${$parameter->getName()}";
        if (!array_intersect(['array', 'iterable', 'Traversable'], Api::typesOf($parameter->getType()))) {
            continue;
        }
        $keys = $call->knownKeys($position);
        if (!$keys && !in_array($name, $own, true)) {
            $judge->complain("{$name} does not refuse an unknown key");
        }
        foreach ($keys as $key) {
            $tried++;
            foreach (Values::all() as $what => $value) {
                $judge->call("{$name}: {$what} for {$key}", $call, static function () use ($call, $position, $key, $value): array {
                    $arguments = $call->arguments();
                    $arguments[$position][$key] = $value();

                    return $arguments;
                }, ['weakly']);
                $judge->call("{$name}: {$what} by reference for {$key}", $call, static function () use ($call, $position, $key, $value): array {
                    $arguments = $call->arguments();
                    $given = $value();
                    $arguments[$position][$key] = &$given;

                    return $arguments;
                }, ['strictly']);
            }
        }
    }
}
echo $judge->problems, " problems\n";
echo $tried >= 150 && $judge->refused > $judge->calls / 2 ? "every key was tried\n" : "{$tried} keys, {$judge->refused} of {$judge->calls} refused\n";
?>
--EXPECT--
0 problems
every key was tried
