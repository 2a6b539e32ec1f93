<?php

declare(strict_types=1);

namespace AurpayTest\Enemy;

/** What PHP can do to any object besides calling its methods. */
final class Operations
{
    /** @return array<string, \Closure(object): mixed> by name */
    public static function all(): array
    {
        return self::copies() + self::dumps() + self::comparisons() + self::casts() + self::properties() + self::containers()
            + self::iterations() + self::closures() + self::reflections();
    }

    /** @return array<string, \Closure(object): mixed> */
    private static function copies(): array
    {
        $operations = [
            'clone' => static fn (object $object): object => clone $object,
            'serialize' => static fn (object $object): mixed => unserialize(serialize($object)),
            'serialize in an array' => static fn (object $object): mixed => unserialize(serialize([$object, $object])),
            'var_export' => static fn (object $object): mixed => eval('return ' . var_export($object, true) . ';'),
            '__set_state' => static fn (object $object): mixed => ([$object::class, '__set_state'])([]),
            '__unserialize' => static fn (object $object): mixed => ([$object, '__unserialize'])([]),
            '__wakeup' => static fn (object $object): mixed => ([$object, '__wakeup'])(),
            'another constructor' => static fn (object $object): mixed => ([$object, '__construct'])(),
            'a constructor by reflection' => static fn (object $object): mixed => (new \ReflectionMethod($object, '__construct'))->invoke($object),
        ];
        if (PHP_VERSION_ID >= 80500) {
            $operations['clone with'] = static fn (object $object): mixed => ('clone')($object, ['httpStatus' => 1]);
        }

        return $operations;
    }

    /** @return array<string, \Closure(object): mixed> */
    private static function dumps(): array
    {
        $shown = static function (\Closure $show): \Closure {
            return static function (object $object) use ($show): mixed {
                ob_start();
                try {
                    return $show($object);
                } finally {
                    ob_end_clean();
                }
            };
        };

        return [
            'var_dump' => $shown(static fn (object $object): mixed => var_dump($object, [$object])),
            'print_r' => $shown(static fn (object $object): mixed => print_r($object)),
            'debug_zval_refcount' => $shown(static fn (object $object): mixed => debug_zval_refcount($object)),
            'json_encode' => static fn (object $object): mixed => json_encode([$object, 'key' => $object]),
            'get_object_vars' => static fn (object $object): mixed => get_object_vars($object),
            'get_mangled_object_vars' => static fn (object $object): mixed => get_mangled_object_vars($object),
            'a trace with it' => static fn (object $object): string => (static fn (object ...$given): string => (new \Exception())->getTraceAsString())($object),
        ];
    }

    /** @return array<string, \Closure(object): mixed> */
    private static function comparisons(): array
    {
        $others = [null, true, false, 0, 1, 1.5, '', '1', 'Aurpay\Client', [], [1], new \stdClass(), STDOUT, Suit::Hearts, new Texts('1')];
        $operations = [];
        foreach ($others as $other) {
            $name = get_debug_type($other);
            $operations["compared with {$name} " . (is_scalar($other) ? var_export($other, true) : '')] = static fn (object $object): array => [
                $object === $other, $other === $object, $object === $other, $object < $other, $other <= $object, $object <=> $other, $other <=> $object,
                [$object] === [$other], in_array($object, [$other], false),
            ];
        }

        return $operations + [
            'compared with itself' => static fn (object $object): bool => $object === $object && $object === $object && $object <=> $object,
            'compared with others of its kind' => static fn (object $object): array => array_map(
                static fn (object $other): array => [$object === $other, $object <=> $other, $other < $object],
                Objects::fresh($object instanceof \Throwable ? \Aurpay\ApiException::class : $object::class),
            ),
            'sorted' => static function (object $object) use ($others): array {
                $list = [$object, ...$others, $object, ...Objects::all(\Aurpay\Client::class)];
                sort($list);

                return array_unique($list, SORT_REGULAR);
            },
        ];
    }

    /** @return array<string, \Closure(object): mixed> */
    private static function casts(): array
    {
        return [
            '(string)' => static fn (object $object): string => (string) $object,
            '(int)' => static fn (object $object): int => (int) $object,
            '(float)' => static fn (object $object): float => (float) $object,
            '(bool)' => static fn (object $object): bool => (bool) $object,
            '(array)' => static fn (object $object): array => (array) $object,
            '(object)' => static fn (object $object): object => (object) $object,
            'settype' => static fn (object $object): bool => settype($object, 'array'),
            'a sum' => static fn (object $object): mixed => $object + 1,
            'an increment' => static fn (object $object): mixed => ++$object,
            'a concatenation' => static fn (object $object): string => "x{$object}",
            'an offset' => static fn (object $object): mixed => [1][$object],
            'a call' => static fn (object $object): mixed => $object(),
            'a throw' => static fn (object $object): mixed => throw $object,
            'exit' => static fn (object $object): mixed => match (true) {
                $object instanceof \Stringable => null,
                default => strlen($object),
            },
            'a sprintf' => static fn (object $object): string => sprintf('%d %s', $object, $object),
        ];
    }

    /** @return array<string, \Closure(object): mixed> */
    private static function properties(): array
    {
        $names = ['anything', '', "\0", "\0*\0x", '0', 'credentials', 'reason', 'response', 'httpStatus', 'message', 'previous', 'name', 'value', 'trace'];
        $operations = [];
        foreach ($names as $name) {
            $shown = addcslashes($name, "\0");
            $operations["read {$shown}"] = static fn (object $object): mixed => $object->{$name};
            $operations["isset {$shown}"] = static fn (object $object): bool => isset($object->{$name}, $object->{$name}[0]) || empty($object->{$name});
            $operations["write {$shown}"] = static fn (object $object): mixed => $object->{$name} = 1;
            $operations["append to {$shown}"] = static fn (object $object): mixed => $object->{$name}[] = 1;
            $operations["extend {$shown}"] = static fn (object $object): mixed => $object->{$name} .= '1';
            $operations["unset {$shown}"] = static function (object $object) use ($name): void {
                unset($object->{$name});
            };
            $operations["refer to {$shown}"] = static function (object $object) use ($name): void {
                $reference = &$object->{$name};
                $reference = 1;
            };
        }

        return $operations + [
            'read an element' => static fn (object $object): mixed => $object['x'],
            'write an element' => static fn (object $object): mixed => $object['x'] = 1,
            'unset an element' => static function (object $object): void {
                unset($object['x']);
            },
            'destructured' => static function (object $object): void {
                [$first] = $object;
            },
        ];
    }

    /** @return array<string, \Closure(object): mixed> */
    private static function containers(): array
    {
        return [
            'WeakMap' => static function (object $object): bool {
                $map = new \WeakMap();
                $map[$object] = $object;
                $map[$object] = [$object, $map];
                foreach ($map as $key => &$value) {
                    $value = $key;
                }
                unset($value);

                return isset($map[$object]) && count($map) === 1;
            },
            'WeakReference' => static fn (object $object): bool => \WeakReference::create($object)->get() === $object,
            'SplObjectStorage' => static function (object $object): bool {
                $storage = new \SplObjectStorage();
                $storage[$object] = $object;
                $storage->addAll(clone $storage);

                return isset($storage[$object]) && count($storage) === 1;
            },
            // PHP 8.5 warns of these two.
            'ArrayObject' => static fn (object $object): mixed => @new \ArrayObject($object),
            'ArrayIterator' => static fn (object $object): mixed => iterator_to_array(@new \ArrayIterator($object)),
            'a cycle' => static function (object $object): int {
                $cycle = [$object];
                $cycle[] = &$cycle;
                unset($cycle);

                return gc_collect_cycles();
            },
            // PHP 8.6 deprecates it.
            'spl_object_hash' => static fn (object $object): string => @spl_object_hash($object),
        ];
    }

    /** @return array<string, \Closure(object): mixed> */
    private static function iterations(): array
    {
        return self::iterationsByReference() + [
            'foreach' => static function (object $object): void {
                foreach ($object as $key => $value) {
                }
            },
            'yield from' => static fn (object $object): array => iterator_to_array((static function () use ($object): \Generator {
                yield from $object;
            })(), false),
            'unpacked' => static fn (object $object): array => [...$object],
            'iterator_apply' => static fn (object $object): int => iterator_apply($object, static fn (): bool => true),
            'iterator_count' => static fn (object $object): int => iterator_count($object),
            'IteratorIterator' => static fn (object $object): array => iterator_to_array(new \IteratorIterator($object), false),
            // PHP 8.6 deprecates it for objects.
            'array_walk' => static fn (object $object): mixed => @array_walk($object, static fn (mixed &$value): mixed => $value = 1),
            'count' => static fn (object $object): int => count($object),
        ];
    }

    /**
     * None under the JIT: that of PHP 8.2 crashes in such a loop over exceptions, enums and objects without properties,
     * with PHP's own classes alone.
     *
     * @return array<string, \Closure(object): mixed>
     */
    private static function iterationsByReference(): array
    {
        if (function_exists('opcache_get_status') && (opcache_get_status(false)['jit']['on'] ?? false)) {
            return [];
        }

        return [
            'foreach by reference' => static function (object $object): void {
                foreach ($object as $key => &$value) {
                    $value = 1;
                }
            },
        ];
    }

    /** @return array<string, \Closure(object): mixed> */
    private static function closures(): array
    {
        $operations = [
            'bound to' => static fn (object $object): mixed => (\Closure::bind(fn () => $this->anything, $object, $object::class))?->__invoke(),
            'bound without scope' => static fn (object $object): mixed => (\Closure::bind(fn () => get_object_vars($this), $object))?->__invoke(),
            'call' => static fn (object $object): mixed => (fn () => (array) $this)->call($object),
        ];
        foreach (['another object' => new \stdClass(), 'nothing' => null] as $name => $other) {
            $operations["all methods bound to {$name}"] = static function (object $object) use ($other): void {
                foreach (Api::methods($object::class) as $method) {
                    if (!$method->isStatic() && !$method->isConstructor()) {
                        $closure = $method->getClosure($object)->bindTo($other);
                        $closure?->__invoke();
                    }
                }
            };
        }
        $operations['all methods invoked on another object'] = static function (object $object): void {
            foreach (Api::methods($object::class) as $method) {
                if (!$method->isStatic() && !$method->isConstructor()) {
                    try {
                        $method->invoke(new \stdClass());
                    } catch (\ReflectionException) {
                        continue;
                    }
                }
            }
        };
        $operations['all methods called statically'] = static function (object $object): void {
            foreach (Api::methods($object::class) as $method) {
                if (!$method->isStatic() && !$method->isConstructor()) {
                    try {
                        ([$object::class, $method->name])();
                    } catch (\Error) {
                        continue;
                    }
                }
            }
        };

        return $operations;
    }

    /** @return array<string, \Closure(object): mixed> */
    private static function reflections(): array
    {
        $operations = [
            'newInstanceWithoutConstructor' => static fn (object $object): object => (new \ReflectionClass($object))->newInstanceWithoutConstructor(),
            'newInstance' => static fn (object $object): object => (new \ReflectionClass($object))->newInstance(),
            'newInstanceArgs' => static fn (object $object): object => (new \ReflectionClass($object))->newInstanceArgs(['no such parameter' => 1]),
            'the reflection as text' => static fn (object $object): string => (string) new \ReflectionObject($object),
            'all properties read, written and unset by reflection' => static function (object $object): void {
                foreach ((new \ReflectionClass($object))->getProperties() as $property) {
                    foreach ([null, 1, 'x', [], new \stdClass()] as $value) {
                        try {
                            $property->isInitialized($object);
                            $property->getValue($object);
                            if (str_starts_with($property->class, 'Aurpay\\')) {
                                $property->setValue($object, $value);
                            }
                        } catch (\Error) {
                            continue;
                        }
                    }
                }
            },
        ];
        if (PHP_VERSION_ID >= 80400) {
            $operations += [
                'a lazy ghost' => static fn (object $object): mixed => (new \ReflectionClass($object))->newLazyGhost(static fn () => null),
                'a lazy proxy' => static fn (object $object): mixed => (new \ReflectionClass($object))->newLazyProxy(static fn () => $object),
                'reset as a lazy ghost' => static fn (object $object): mixed => (new \ReflectionClass($object))->resetAsLazyGhost($object, static fn () => null),
                'reset as a lazy proxy' => static fn (object $object): mixed => (new \ReflectionClass($object))->resetAsLazyProxy($object, static fn () => $object),
                'initialize as lazy' => static fn (object $object): mixed => (new \ReflectionClass($object))->initializeLazyObject($object),
            ];
        }

        return $operations;
    }
}
