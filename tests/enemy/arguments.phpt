--TEST--
Every parameter of every method gets hostile values, with strict_types and without: a call ends with a value of the declared type, a TypeError, a ValueError or an AurpayException, causes no warning, sends nothing that it refuses, and leaves its arguments unchanged
--FILE--
<?php

namespace AurpayTest\Enemy;

require __DIR__ . '/suite/load.php';

Diagnostics::collect();
$judge = new Judge();
$values = Values::all();
$parameters = 0;
foreach (Api::allMethods() as $method) {
    $call = Accepted::of($method);
    foreach ($method->getParameters() as $position => $parameter) {
        $parameters++;
        foreach ($values as $name => $value) {
            $judge->call(
                Api::name($method) . " with {$name} for \${$parameter->getName()}",
                $call,
                static fn (): array => array_replace($call->arguments(), [$position => $value()]),
            );
        }
    }
}
echo $judge->problems, " problems\n";
echo $parameters >= 75 && $judge->calls >= 2 * $parameters * 90 && $judge->refused > $judge->calls / 2
    ? "every parameter was tried\n"
    : "{$parameters} parameters, {$judge->calls} calls, {$judge->refused} refused\n";
?>
--EXPECT--
0 problems
every parameter was tried
