--TEST--
Crafted serialised texts create no object of a class that cannot be serialised; exceptions made of them can be used, and their typed properties keep their types
--INI--
zend.exception_ignore_args=1
--FILE--
<?php

namespace AurpayTest\Enemy;

require __DIR__ . '/suite/load.php';

/** @return list<string> */
function crafted(string $class): array
{
    $texts = [];
    foreach ([$class, strtolower($class), "\\{$class}"] as $name) {
        $head = strlen($name) . ":\"{$name}\"";
        array_push(
            $texts,
            "O:{$head}:0:{}",
            "O:{$head}:1:{s:1:\"a\";i:1;}",
            "O:{$head}:999999999:{}",
            "O:{$head}:1:{",
            "O:+{$head}:0:{}",
            "C:{$head}:0:{}",
            "C:{$head}:7:{a:0:{};}",
            'E:' . (strlen($name) + 2) . ":\"{$name}:X\";",
            "a:2:{i:0;O:{$head}:0:{}i:1;r:2;}",
            "a:2:{i:0;O:{$head}:1:{s:1:\"a\";R:1;}i:1;R:2;}",
            "O:22:\"__PHP_Incomplete_Class\":1:{s:27:\"__PHP_Incomplete_Class_Name\";s:{$head};}",
        );
        foreach ((new \ReflectionClass($class))->getProperties() as $property) {
            foreach (['i:1;', 's:1:"x";', 'N;', 'd:1.5;', 'b:1;', 'a:0:{}', 'a:1:{i:0;R:1;}', 'O:8:"stdClass":0:{}', 'r:1;', 'R:1;'] as $value) {
                foreach ([$property->name, "\0*\0{$property->name}", "\0{$property->class}\0{$property->name}", "\0Exception\0{$property->name}"] as $key) {
                    $texts[] = "O:{$head}:1:{s:" . strlen($key) . ":\"{$key}\";{$value}}";
                }
            }
        }
    }

    return $texts;
}

/**
 * Serialised objects with a few bytes replaced by others that mean something.
 *
 * @return iterable<string>
 */
function mutated(string $text): iterable
{
    $bytes = 'OCEaisbdNrR:;{}"0123456789';
    for ($i = 0; $i < 100; $i++) {
        $mutated = $text;
        for ($j = mt_rand(1, 3); $j > 0; $j--) {
            $mutated[mt_rand(0, strlen($text) - 1)] = $bytes[mt_rand(0, strlen($bytes) - 1)];
        }
        yield $mutated;
    }
}

/** Every object in a value, however deep. */
function objects_in(mixed $value, int $depth = 0): array
{
    if (is_object($value)) {
        return [$value];
    }

    return is_array($value) && $depth < 3 ? array_merge(...array_map(static fn (mixed $element): array => objects_in($element, $depth + 1), array_values($value))) : [];
}

/** Its properties have their types. One in seven is also used in every way, which takes most of the time. */
function used(\Throwable $exception): int
{
    static $count = 0;
    foreach ((new \ReflectionClass($exception))->getProperties() as $property) {
        if (str_starts_with($property->class, 'Aurpay\\') && $property->isInitialized($exception) && !Api::isOf($property->getValue($exception), $property->getType())) {
            echo "{$property->class}::\${$property->name} is ", get_debug_type($property->getValue($exception)), "\n";
        }
    }
    foreach ($count++ % 7 ? [] : [...array_values(Operations::all()), static fn (): string => (string) $exception, static fn (): array => $exception->getTrace()] as $operate) {
        try {
            $operate($exception);
        } catch (\Throwable) {
        }
    }

    return 1;
}

mt_srand(20240617);
Diagnostics::collect();
$texts = $used = 0;
foreach (Api::classes() as $class) {
    $isOpaque = Api::methods($class) !== [] && (new \ReflectionClass($class))->getConstructor();
    $real = [];
    if (is_subclass_of($class, \Throwable::class)) {
        $real = [...mutated(serialize(Objects::make($class)))];
    }
    foreach ([...crafted($class), ...$real] as $text) {
        $texts++;
        $value = null;
        try {
            $value = unserialize($text);
        } catch (\Throwable) {
        }
        foreach (objects_in($value) as $object) {
            if ($isOpaque && $object instanceof $class) {
                echo addcslashes($text, "\0"), " makes an object\n";
            }
            if ($object instanceof \Throwable) {
                $used += used($object);
            }
        }
    }
}
// What a call throws has everything: an answer, a reason, previous exceptions.
$handler = static fn (string $method, string $target): array => match (true) {
    str_contains($target, 'lost') => ['fault' => \Aurpay\TransportReason::Lost, 'sent' => true],
    default => ['status' => 429, 'headers' => ['Retry-After' => '7', 'a-trace-id' => 't'], 'body' => '{"code":1,"message":"no","data":{"a":[1,"2"]},"result":false}'],
};
$orders = (new \Aurpay\Client('key', ['handler' => $handler, 'retries' => 0]))->orders();
foreach (['lost', '1'] as $id) {
    try {
        $orders->refund($id);
    } catch (\Aurpay\AurpayException $thrown) {
        $serialized = serialize([$thrown, $thrown]);
        foreach ([$serialized, ...mutated($serialized), ...mutated($serialized)] as $text) {
            try {
                foreach (objects_in(unserialize($text)) as $object) {
                    $used += $object instanceof \Throwable ? used($object) : 0;
                }
            } catch (\Throwable) {
            }
        }
        $same = unserialize($serialized)[0];
        echo $same::class, $same == $thrown ? ' survives' : ' changes', "\n";
    }
}
echo $texts > 3000 && $used > 1000 ? "all were tried\n" : "{$texts} texts, {$used} exceptions\n";
?>
--EXPECT--
Aurpay\OutcomeUnknownException survives
Aurpay\RateLimitException survives
all were tried
