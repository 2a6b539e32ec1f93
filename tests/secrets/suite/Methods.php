<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

/** The methods of the extension, found by reflection. */
final class Methods
{
    /** Methods that make no call and answer no secret: nothing can fail but their arguments. */
    private const WITHOUT_CALL = ['lastResponse', 'stats', 'orders', 'transactions', 'wallet', 'lightning'];

    /** @return list<\ReflectionMethod> every public method that is the extension's own */
    public static function all(): array
    {
        $methods = [];
        foreach ((new \ReflectionExtension('aurpay'))->getClasses() as $class) {
            if ($class->isEnum() || $class->isSubclassOf(\Throwable::class)) {
                continue;
            }
            foreach ($class->getMethods(\ReflectionMethod::IS_PUBLIC) as $method) {
                if (str_starts_with($method->class, 'Aurpay\\')) {
                    $methods[] = $method;
                }
            }
        }

        return $methods;
    }

    /** @return list<\ReflectionMethod> the methods that call an endpoint */
    public static function calls(): array
    {
        return array_values(array_filter(self::all(), static fn (\ReflectionMethod $method): bool
            => Tables::endpointOf($method->class, $method->name) !== null || $method->name === 'request'));
    }

    /** @return list<\ReflectionMethod> the others: constructors, signatures, callbacks, encryption */
    public static function local(): array
    {
        $calls = array_map(self::name(...), self::calls());

        return array_values(array_filter(self::all(), static fn (\ReflectionMethod $method): bool
            => !in_array(self::name($method), $calls, true) && !in_array($method->name, self::WITHOUT_CALL, true)));
    }

    public static function name(\ReflectionMethod $method): string
    {
        return "{$method->class}::{$method->name}";
    }

    /** Whether the methods of the class can be called with different credentials. */
    public static function takesCredentials(\ReflectionMethod $method): bool
    {
        return !$method->isStatic() && in_array(
            $method->class,
            ['Aurpay\Client', 'Aurpay\Order', 'Aurpay\Transaction', 'Aurpay\Wallet', 'Aurpay\Lightning'],
            true,
        );
    }

    /**
     * Calls a method. The trace of what it throws has no frame of a function of the engine between.
     *
     * @param list<mixed> $arguments
     */
    public static function call(
        \ReflectionMethod $method,
        #[\SensitiveParameter] Values $values,
        #[\SensitiveParameter] array $arguments,
        ?object $object = null,
    ): mixed {
        $name = $method->name;
        $class = $method->class;
        if ($method->isConstructor()) {
            return new $class(...$arguments);
        }
        $result = $method->isStatic()
            ? $class::$name(...$arguments)
            : ($object ?? $values->object($class))->{$name}(...$arguments);
        // A walk makes its calls when it is iterated.
        if ($result instanceof \Traversable) {
            foreach ($result as $_) {
                break;
            }
        }

        return $result;
    }
}
