<?php

declare(strict_types=1);

// Prints, as JSON, what a caller sees of the classes in the namespace Aurpay: the extension's if it is loaded, else the
// stand-ins.
require getenv('AURPAY_LARAVEL_APP') . '/vendor/autoload.php';
Aurpay\Laravel\Testing\StandIns::declare();

/** @return array<string, mixed> */
function signature_of(ReflectionMethod $method): array
{
    $parameters = [];
    foreach ($method->getParameters() as $parameter) {
        $parameters[$parameter->name] = [
            // What both call it, since PHP 8.2 has two names for it.
            str_replace('iterable', 'Traversable|array', (string) $parameter->getType()),
            $parameter->isOptional() ? json_encode($parameter->getDefaultValue()) : 'required',
            $parameter->getAttributes(SensitiveParameter::class) !== [],
        ];
    }

    return [
        'modifiers' => Reflection::getModifierNames($method->getModifiers()),
        // Nobody outside can call a private constructor.
        'parameters' => $method->isPublic() ? $parameters : [],
        'returns' => (string) $method->getReturnType(),
    ];
}

/**
 * @param ReflectionClass<object> $class
 *
 * @return array<string, mixed>
 */
function description_of(ReflectionClass $class): array
{
    $methods = $properties = [];
    foreach ($class->getMethods() as $method) {
        if ($method->class === $class->name && ($method->isPublic() || $method->isConstructor()) && !preg_match('/^__(?!construct)/', $method->name)) {
            $methods[$method->name] = signature_of($method);
        }
    }
    foreach ($class->getProperties(ReflectionProperty::IS_PUBLIC) as $property) {
        if ($property->class === $class->name) {
            $properties[$property->name] = ($property->isReadOnly() ? 'readonly ' : '') . $property->getType();
        }
    }
    ksort($methods);
    ksort($properties);

    $interfaces = array_values(array_diff($class->getInterfaceNames(), ['Stringable']));
    sort($interfaces);

    return [
        // PHP does not mark the enums of extensions as final.
        'kind' => $class->isEnum() ? 'enum' : [$class->isFinal(), $class->isAbstract()],
        'parent' => $class->getParentClass() ? $class->getParentClass()->name : null,
        'interfaces' => $interfaces,
        'methods' => $methods,
        'properties' => $properties,
        'constants' => array_map(
            static fn (mixed $value): mixed => $value instanceof BackedEnum ? $value->value : $value,
            $class->getConstants(),
        ),
    ];
}

$classes = [];
foreach (get_declared_classes() as $name) {
    if (preg_match('/^Aurpay\\\\\w+$/D', $name) === 1) {
        $classes[$name] = description_of(new ReflectionClass($name));
    }
}
ksort($classes);
echo json_encode($classes, JSON_THROW_ON_ERROR | JSON_PRETTY_PRINT);
