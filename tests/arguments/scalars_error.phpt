--TEST--
Every scalar argument of every method, with strict_types and without: a type that the stub does not name (bool, null, float, int) is a TypeError, and nothing is sent
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';
require __DIR__ . '/../support/call_strictly.php';
require __DIR__ . '/../support/call_weakly.php';

$options = ['handler' => static function (): never {
    throw new \LogicException('a call was made');
}];
$client = new Client('key', $options);
$objects = [
    Client::class => $client, \Aurpay\Order::class => $client->orders(), \Aurpay\Callback::class => new \Aurpay\Callback('token', 'secret'),
    \Aurpay\AzPays\Client::class => new \Aurpay\AzPays\Client('token', $options), \Aurpay\EnayaPay\Client::class => new \Aurpay\EnayaPay\Client('key', $options),
];
$bad = ['bool' => [true, false], 'null' => [null], 'float' => [1.5, 1e3, 7.0], 'int' => [7, 0]];

/** @return list<string> */
function names_of(?\ReflectionType $type): array
{
    $types = $type instanceof \ReflectionUnionType ? $type->getTypes() : array_filter([$type]);
    $names = array_map(static fn (\ReflectionType $type): string => $type->getName(), $types);

    return $type?->allowsNull() ? [...$names, 'null'] : $names;
}

/** A valid value for the parameter. */
function good(\ReflectionParameter $parameter): mixed
{
    $names = names_of($parameter->getType());

    return match (true) {
        in_array('string', $names, true) => '1',
        in_array('int', $names, true) => 300,
        in_array('bool', $names, true) => false,
        default => [],
    };
}

$tried = [];
foreach (get_declared_classes() as $class) {
    if (!str_starts_with($class, 'Aurpay\\') || enum_exists($class)) {
        continue;
    }
    foreach ((new \ReflectionClass($class))->getMethods(\ReflectionMethod::IS_PUBLIC) as $method) {
        if (!str_starts_with($method->class, 'Aurpay\\')) {
            continue;
        }
        foreach ($method->getParameters() as $position => $parameter) {
            $names = names_of($parameter->getType());
            if (!array_intersect($names, ['string', 'int', 'float'])) {
                continue;
            }
            $name = "{$class}::{$method->name}(\${$parameter->name})";
            $object = $method->isStatic() || $method->isConstructor() ? $class : $objects[$class] ?? die("no object for {$name}");
            foreach (array_merge(...array_values(array_diff_key($bad, array_flip($names)))) as $value) {
                $arguments = array_map(good(...), $method->getParameters());
                $arguments[$position] = $value;
                foreach ([call_strictly(...), call_weakly(...)] as $call) {
                    try {
                        $call($object, $method->name, $arguments);
                        echo "{$name} takes ", var_export($value, true), "\n";
                    } catch (\Throwable $thrown) {
                        $expected = "{$class}::{$method->name}(): Argument #" . $position + 1 . " (\${$parameter->name}) must be of type ";
                        if (!$thrown instanceof \TypeError || !str_starts_with($thrown->getMessage(), $expected)) {
                            echo "{$name} ", var_export($value, true), ': ', $thrown::class, ': ', $thrown->getMessage(), "\n";
                        }
                    }
                    $tried[$name] = true;
                }
            }
        }
    }
}
echo count($tried) >= 38 ? 'done' : implode("\n", array_keys($tried)), "\n";
?>
--EXPECT--
done
