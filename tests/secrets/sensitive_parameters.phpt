--TEST--
#[\SensitiveParameter] stands on every parameter of every method in the namespace, except those known to carry no secret
--FILE--
<?php

// A new parameter must be sensitive unless it is added here. A path or a target can have a query, and a URL a token.
$harmless = [
    'method', 'orderId', 'price', 'currency', 'date', 'server', 'tolerance', 'client', 'username', 'id', 'uuid',
    'orderIds', 'uuids',
];
$seen = 0;
foreach (get_declared_classes() as $class) {
    if (!str_starts_with($class, 'Aurpay\\')) {
        continue;
    }
    foreach ((new ReflectionClass($class))->getMethods() as $method) {
        // We cannot mark the engine's methods (RuntimeException, enums).
        if (!str_starts_with($method->class, 'Aurpay\\') || is_subclass_of($method->class, UnitEnum::class)) {
            continue;
        }
        foreach ($method->getParameters() as $parameter) {
            $is = $parameter->getAttributes(SensitiveParameter::class) !== [];
            if (!$is && !in_array($parameter->getName(), $harmless, true)) {
                echo "{$class}::{$method->name}(\${$parameter->getName()}) is not marked\n";
            }
            $seen += (int) $is;
        }
    }
}
foreach ((new ReflectionExtension('aurpay'))->getFunctions() as $function) {
    echo "a function: {$function->name}\n";
}
var_dump($seen >= 40);
?>
--EXPECT--
bool(true)
