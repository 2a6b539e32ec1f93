<?php

declare(strict_types=1);

namespace AurpayTest\Enemy;

/** Makes objects of every class of the extension, in every way in which the API makes them. */
final class Objects
{
    /** @var array<string, list<object>> */
    private static array $made = [];

    /** @var array<string, true> */
    private static array $inProgress = [];

    /** @var array<string, Wire> */
    private static array $wires = [];

    /** @var (\Closure(): array<string, mixed>)|null more options for the clients that are made */
    public static ?\Closure $more = null;

    /** The stand-in for the network of all objects of a namespace. */
    public static function wireOf(string $class): Wire
    {
        $namespace = substr($class, 0, (int) strrpos($class, '\\'));

        return self::$wires[$namespace] ??= new Wire($class);
    }

    /**
     * Of a client that reaches nobody, even when an option is left out.
     *
     * @return array<string, mixed>
     */
    public static function options(Wire $wire): array
    {
        return (self::$more === null ? [] : (self::$more)()) + ['handler' => $wire, 'base_uri' => 'https://127.0.0.1:1', 'retries' => 0];
    }

    /** Keeps no object any more. */
    public static function forget(): void
    {
        self::$made = [];
        Accepted::forget();
    }

    /** @return list<Wire> */
    public static function wires(): array
    {
        return array_values(self::$wires);
    }

    /** How many requests were made so far. */
    public static function requests(): int
    {
        return array_sum(array_map(static fn (Wire $wire): int => $wire->requests, self::$wires));
    }

    public static function make(string $class): object
    {
        return self::all($class)[0];
    }

    /**
     * The same objects each time.
     *
     * @return list<object>
     */
    public static function all(string $class): array
    {
        return self::$made[$class] ??= self::fresh($class);
    }

    /**
     * New objects, one of each way to make them.
     *
     * @return list<object>
     */
    public static function fresh(string $class): array
    {
        if (isset(self::$inProgress[$class])) {
            return [];
        }
        self::$inProgress[$class] = true;
        try {
            $objects = self::create(new \ReflectionClass($class));
        } finally {
            unset(self::$inProgress[$class]);
        }
        if ($objects === []) {
            throw new \LogicException("no way is known to make an object of {$class}");
        }

        return $objects;
    }

    /**
     * @param \ReflectionClass<object> $class
     * @return list<object>
     */
    private static function create(\ReflectionClass $class): array
    {
        if ($class->isEnum()) {
            /** @var class-string<\UnitEnum> $enum */
            $enum = $class->getName();

            return $enum::cases();
        }
        if ($class->isSubclassOf(\Throwable::class)) {
            return [self::exception($class)];
        }
        $constructor = $class->getConstructor();
        if ($constructor === null || ($constructor->isPublic() && $constructor->getNumberOfRequiredParameters() === 0)) {
            return [$class->newInstance()];
        }

        return [...($constructor->isPublic() ? self::constructed($constructor) : []), ...self::returned($class->getName())];
    }

    /** @param \ReflectionClass<object> $class */
    private static function exception(\ReflectionClass $class): object
    {
        if ($class->isAbstract()) {
            $name = 'Own' . $class->getShortName();
            class_exists(__NAMESPACE__ . "\\{$name}", false)
                || eval('namespace ' . __NAMESPACE__ . "; class {$name} extends \\{$class->getName()} {}");

            return new (__NAMESPACE__ . "\\{$name}")('message');
        }

        return $class->newInstance('message');
    }

    /**
     * With each candidate for the first argument that is accepted: credentials of every kind.
     *
     * @return list<object>
     */
    private static function constructed(\ReflectionMethod $constructor): array
    {
        $call = Accepted::of($constructor);
        $objects = [];
        foreach (Candidates::ofParameter($constructor->getParameters()[0]) as $first) {
            try {
                $object = $call->make(array_replace($call->arguments(), [$first]));
            } catch (\ValueError|\TypeError) {
                continue;
            }
            if (is_object($object) && (is_object($first) || $objects === [])) {
                $objects[] = $object;
            }
        }

        return $objects;
    }

    /**
     * By each method that returns such objects.
     *
     * @return list<object>
     */
    private static function returned(string $class): array
    {
        $objects = [];
        foreach (Api::allMethods() as $method) {
            if (in_array($class, Api::typesOf($method->getReturnType()), true)) {
                $objects[] = Accepted::of($method)->result();
            }
        }

        return array_values(array_filter($objects, is_object(...)));
    }
}
