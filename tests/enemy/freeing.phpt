--TEST--
While an object of any class is freed, code that runs then (the destructor of its logger) cannot get hold of it: a WeakReference is empty, and a WeakMap has no entry
--FILE--
<?php

namespace AurpayTest\Enemy;

require __DIR__ . '/suite/load.php';

final class Watched
{
    public static ?\WeakReference $reference = null;
    public static ?\WeakMap $map = null;

    /** @var list<object> */
    public static array $found = [];
    public static int $looked = 0;
}

final class Dropped
{
    public function log(mixed $level, string $message, array $context): void
    {
    }

    public function __destruct()
    {
        if (Watched::$reference === null) {
            return;
        }
        Watched::$looked++;
        gc_collect_cycles();
        if (Watched::$reference->get() !== null) {
            Watched::$found[] = Watched::$reference->get();
        }
        foreach (Watched::$map as $object => $value) {
            Watched::$found[] = $object;
        }
    }
}

Objects::$more = static fn (): array => ['logger' => new Dropped()];
$looked = [];
foreach (Api::classes() as $class) {
    Objects::forget();
    $objects = Objects::fresh($class);
    Objects::forget();
    while ($objects) {
        $object = array_pop($objects);
        if (enum_exists($class)) {
            continue;
        }
        Watched::$reference = \WeakReference::create($object);
        Watched::$map = new \WeakMap();
        Watched::$map[$object] = true;
        unset($object);
        $alive = Watched::$reference->get() !== null;
        Watched::$reference = null;
        if ($alive) {
            echo "{$class} is kept\n";
        }
        if (Watched::$looked > 0) {
            $looked[$class] = true;
        }
        Watched::$looked = 0;
        foreach (Watched::$found as $found) {
            echo "{$class} is found while it is freed\n";
            var_dump($found);
        }
        Watched::$found = [];
    }
}
echo count($looked) >= 8 ? "loggers looked for objects of 8 classes or more\n" : implode("\n", array_keys($looked)) . "\n";
?>
--EXPECT--
loggers looked for objects of 8 classes or more
