--TEST--
Every method with its arguments by name, in reverse order, and with optional ones left out; too few, too many, unknown and repeated ones are refused before anything is sent
--FILE--
<?php

namespace AurpayTest\Enemy;

require __DIR__ . '/suite/load.php';

/** The type of the result, or the class of what is thrown. */
function outcome(Accepted $call, array $arguments, ?int &$requests): string
{
    $before = Objects::requests();
    try {
        return get_debug_type($call->make($arguments));
    } catch (\Throwable $thrown) {
        return $thrown::class;
    } finally {
        $requests = Objects::requests() - $before;
    }
}

Diagnostics::collect();
$tried = 0;
foreach (Api::allMethods() as $method) {
    if (!$method->isPublic()) {
        continue;
    }
    $call = Accepted::of($method);
    $expected = outcome($call, $call->arguments(), $due);
    $names = array_map(static fn (\ReflectionParameter $parameter): string => $parameter->getName(), $method->getParameters());
    $named = array_combine($names, $call->arguments());
    $required = $method->getNumberOfRequiredParameters();
    $variants = [
        'by name' => [$named, $expected],
        'in reverse order' => [array_reverse($named, true), $expected],
        'too many' => [[...$call->arguments(), ...array_fill(0, 3, '1')], 'ArgumentCountError'],
        'an unknown name' => [[...$named, 'no_such_parameter' => 1], 'Error'],
    ];
    if ($names) {
        $variants['twice'] = [[$call->arguments()[0], ...$named], 'Error'];
    }
    foreach (array_slice($names, 0, $required) as $name) {
        $variants["without {$name}"] = [array_diff_key($named, [$name => 1]), 'ArgumentCountError'];
    }
    for ($count = 0; $count < $required; $count++) {
        $variants["only {$count}"] = [array_slice($call->arguments(), 0, $count), 'ArgumentCountError'];
    }
    foreach (array_slice($names, $required) as $name) {
        // Without its options a static method would go to the network.
        if ($name !== 'options') {
            $variants["without {$name}"] = [array_diff_key($named, [$name => 1]), null];
        }
    }
    foreach ($variants as $variant => [$arguments, $is]) {
        $tried++;
        $outcome = outcome($call, $arguments, $requests);
        if ($is !== null && $outcome !== $is) {
            echo Api::name($method), ", {$variant}: {$outcome}, not {$is}\n";
        }
        if ($is !== $expected && $is !== null && $requests > 0) {
            echo Api::name($method), ", {$variant}: sends something\n";
        }
        foreach (Diagnostics::take() as $message) {
            echo Api::name($method), ", {$variant}: {$message}\n";
        }
    }
}
echo $tried > 300 ? "all were tried\n" : "{$tried} calls\n";
?>
--EXPECT--
all were tried
