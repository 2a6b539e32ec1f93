<?php

declare(strict_types=1);

namespace AurpayTest\Enemy;

/** What the extension offers, by reflection: a class or a method that is added later is found without a change here. */
final class Api
{
    /** @return list<class-string> in the order in which the extension declares them */
    public static function classes(): array
    {
        $names = array_keys((new \ReflectionExtension('aurpay'))->getClasses());
        /** @var list<class-string> $names */
        if ($names === []) {
            throw new \LogicException('the extension has no classes');
        }

        return $names;
    }

    /**
     * Those of the extension itself, constructors too; not the engine's (exceptions, enums).
     *
     * @return list<\ReflectionMethod>
     */
    public static function methods(string $class): array
    {
        $methods = [];
        foreach ((new \ReflectionClass($class))->getMethods(\ReflectionMethod::IS_PUBLIC) as $method) {
            if ($method->class === $class && !is_subclass_of($class, \UnitEnum::class)) {
                $methods[] = $method;
            }
        }

        return $methods;
    }

    /** @return list<\ReflectionMethod> of all classes */
    public static function allMethods(): array
    {
        return array_merge(...array_map(self::methods(...), self::classes()));
    }

    public static function name(\ReflectionMethod $method): string
    {
        return "{$method->class}::{$method->name}()";
    }

    /** @return list<string> the names of the types that a type allows, such as "string", "null" and a class */
    public static function typesOf(?\ReflectionType $type): array
    {
        if ($type instanceof \ReflectionUnionType) {
            return array_merge(...array_map(self::typesOf(...), $type->getTypes()));
        }
        if (!$type instanceof \ReflectionNamedType) {
            return ['mixed'];
        }

        return $type->allowsNull() && $type->getName() !== 'mixed' && $type->getName() !== 'null' ? [$type->getName(), 'null'] : [$type->getName()];
    }

    /** Whether a value has a declared type. */
    public static function isOf(mixed $value, ?\ReflectionType $type): bool
    {
        foreach (self::typesOf($type) as $name) {
            $is = match ($name) {
                'mixed' => true,
                'void', 'null' => $value === null,
                'bool' => is_bool($value),
                'int' => is_int($value),
                'float' => is_float($value),
                'string' => is_string($value),
                'array' => is_array($value),
                'iterable' => is_iterable($value),
                'callable' => is_callable($value),
                'object' => is_object($value),
                'static', 'self' => is_object($value),
                default => $value instanceof $name,
            };
            if ($is) {
                return true;
            }
        }

        return false;
    }
}
