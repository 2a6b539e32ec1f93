--TEST--
#[\SensitiveParameter] stands on every parameter that can carry a secret, of every method in the namespace
--FILE--
<?php

$sensitive = ['key', 'apiKey', 'publicKey', 'token', 'secret', 'password', 'credentials', 'options', 'headers', 'body', 'params', 'filter', 'ipin', 'otp', 'pan', 'url'];
$seen = 0;
foreach (get_declared_classes() as $class) {
    if (!str_starts_with($class, 'Aurpay\\')) {
        continue;
    }
    foreach ((new ReflectionClass($class))->getMethods() as $method) {
        if (!str_starts_with($method->class, 'Aurpay\\')) {
            continue;
        }
        foreach ($method->getParameters() as $parameter) {
            $type = (string) $parameter->getType();
            // An array of parameters is sensitive under whatever name; a callback's URL can carry the shop's own token.
            $must = in_array($parameter->getName(), $sensitive, true) || $type === 'array' || $type === '?array';
            $is = $parameter->getAttributes(SensitiveParameter::class) !== [];
            if ($must && !$is) {
                echo "{$class}::{$method->name}(\${$parameter->getName()}) is not marked\n";
            }
            $seen += (int) $is;
        }
    }
}
foreach ((new ReflectionExtension('aurpay'))->getFunctions() as $function) {
    echo "a function: {$function->name}\n";
}
var_dump($seen >= 17);
?>
--EXPECT--
bool(true)
