--TEST--
Objects of every class whose constructor never ran, threw, or is still running can be freed, collected and dumped; every method refuses them, as $this and as an argument; the constructor can be called again
--FILE--
<?php

namespace AurpayTest\Enemy;

require __DIR__ . '/suite/load.php';

/** Becomes text while a constructor reads it; keeps the object, and throws. */
final class Thief implements \Stringable
{
    public ?object $stolen = null;

    public function __construct(private readonly ?\Closure $act)
    {
    }

    public function __toString(): string
    {
        $this->stolen = debug_backtrace()[1]['object'];
        ($this->act ?? static fn () => throw new Thrown())($this->stolen);

        return '1';
    }
}

function fails(): never
{
    gc_collect_cycles();
    throw new Thrown();
}

/** Calls every method of an unfinished object, and gives it to every parameter of its class. */
function refusals(object $object): array
{
    $seen = [];
    $expected = 'The ' . $object::class . ' object has not been correctly initialized by its constructor';
    $note = static function (string $what, \Closure $call) use (&$seen, $expected): void {
        try {
            $call();
            $seen[] = "{$what} is not refused";
        } catch (\Throwable $error) {
            $seen[] = $error->getMessage() === $expected ? 'refused' : "{$what}: {$error->getMessage()}";
        }
    };
    foreach (Api::allMethods() as $method) {
        $call = Accepted::of($method);
        if ($method->class === $object::class && !$method->isStatic() && !$method->isConstructor()) {
            $note(Api::name($method), static fn (): mixed => $method->invoke($object, ...$call->arguments()));
        }
        foreach ($method->getParameters() as $position => $parameter) {
            if (in_array($object::class, Api::typesOf($parameter->getType()), true)) {
                $note(Api::name($method), static fn (): mixed => $call->make(array_replace($call->arguments(), [$position => $object])));
            }
        }
    }

    return array_unique($seen);
}

Diagnostics::collect();
$classes = $methods = 0;
foreach (Api::classes() as $class) {
    $constructor = (new \ReflectionClass($class))->getConstructor();
    if ($constructor?->class !== $class) {
        continue;
    }
    // Freed by an exception between creation and constructor, or by a generator that is dropped there.
    if ($constructor->isPublic()) {
        $classes++;
        try {
            new $class(fails());
        } catch (Thrown) {
        }
        $generator = (static function () use ($class): \Generator {
            yield new $class(yield, ...[]);
        })();
        $generator->current();
        gc_collect_cycles();
        unset($generator);
        foreach ([[], [null], [[]], ['', []], ['1', 1], ['1', '', '1', '1'], [new \stdClass()], [new Texts(null), []]] as $arguments) {
            try {
                new $class(...$arguments);
            } catch (\Throwable) {
            }
        }
    }
    // Stolen from a constructor that reads text.
    $accepted = $constructor->isPublic() ? Accepted::of($constructor)->arguments() : [];
    foreach (array_keys($accepted) as $position) {
        if (!in_array('string', Api::typesOf($constructor->getParameters()[$position]->getType()), true)) {
            continue;
        }
        $seen = null;
        foreach (['threw' => null, 'runs' => static function (object $object) use (&$seen): void {
            $seen = refusals($object);
        }] as $state => $act) {
            $methods++;
            $thief = new Thief($act);
            try {
                new $class(...array_replace($accepted, [$position => $thief]));
            } catch (Thrown) {
                $seen = refusals($thief->stolen);
                foreach (Operations::all() as $operate) {
                    try {
                        $operate($thief->stolen);
                    } catch (\Throwable) {
                    }
                }
                Diagnostics::take();
                gc_collect_cycles();
                $thief->stolen->__construct(...$accepted);
            }
            if ($seen !== ['refused']) {
                echo "{$class}, its constructor {$state}: ", json_encode($seen), "\n";
            }
            if (refusals($thief->stolen) === ['refused']) {
                echo "{$class}, its constructor {$state}: refused for good\n";
            }
        }
    }
}
foreach (Diagnostics::take() as $message) {
    echo $message, "\n";
}
echo $classes >= 8 && $methods >= 8 ? "all were refused\n" : "{$classes} classes, {$methods} objects\n";
?>
--EXPECT--
all were refused
