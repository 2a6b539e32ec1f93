--TEST--
Objects of every class, however PHP copies, dumps, compares, converts, binds, reflects or iterates them: no second object comes into being without its constructor, nothing is sent, and the object works as before
--FILE--
<?php

namespace AurpayTest\Enemy;

require __DIR__ . '/suite/load.php';

/** What the engine says itself, and what no class of its own avoids. */
const ENGINE = '/^(Object of class [\w\\\\]+ could not be converted to (int|float)'
    . '|Undefined property: [\w\\\\]+::\$.*'
    . '|Creation of dynamic property .* is deprecated'
    . '|Cannot (bind method|bind closure|unbind|rebind).*'
    . '|Attempt to .*)$/s';

/** Only these may have more than one object with the same contents. */
function is_opaque(string $class): bool
{
    return !enum_exists($class) && !is_a($class, \Throwable::class, true) && Api::methods($class) !== [] && (new \ReflectionClass($class))->getConstructor();
}

/** Calls every method, so that an object that was harmed is noticed. */
function results(string $class): string
{
    $results = [];
    foreach (Api::methods($class) as $method) {
        try {
            $results[] = get_debug_type(Accepted::of($method)->result());
        } catch (\Aurpay\AurpayException $exception) {
            $results[] = $exception->getMessage();
        }
    }

    return implode(' ', $results);
}

Diagnostics::collect();
$problems = $tried = 0;
$complain = static function (string $problem) use (&$problems): void {
    $problems++;
    echo $problem, "\n";
};
foreach (Api::classes() as $class) {
    $before = results($class);
    foreach (Objects::all($class) as $object) {
        foreach (Operations::all() as $name => $operate) {
            $tried++;
            $requests = Objects::requests();
            $result = null;
            try {
                $result = $operate($object);
            } catch (\Throwable) {
            }
            if (is_opaque($class) && $result !== $object && $result instanceof $class) {
                $complain("{$class}: {$name} makes a second object");
            }
            if (Objects::requests() !== $requests && !$object instanceof \Traversable) {
                $complain("{$class}: {$name} sends something");
            }
            foreach (Diagnostics::take() as $message) {
                preg_match(ENGINE, $message) === 1 || $complain("{$class}: {$name}: {$message}");
            }
        }
    }
    if (results($class) !== $before) {
        $complain("{$class}: afterwards, {$before} has become " . results($class));
    }
}
echo $problems, " problems\n", $tried > 5000 ? "all was tried\n" : "{$tried} operations\n";
?>
--EXPECT--
0 problems
all was tried
