<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

/** Everything that PHP shows of values and of the program's state. */
final class Shown
{
    /** All ways to show a value; what a way throws is shown, too. */
    public static function of(#[\SensitiveParameter] mixed $value): void
    {
        foreach (self::ways() as $name => $way) {
            echo "-- {$name}: ";
            try {
                echo $way($value);
            } catch (\Throwable $thrown) {
                echo get_class($thrown), ' ', $thrown->getMessage();
            }
            echo "\n";
        }
        if ($value instanceof \Throwable) {
            self::throwable($value);
        }
    }

    /** What a shop's log has of an exception, in less output than of(). */
    public static function briefly(\Throwable $thrown): void
    {
        for ($each = $thrown; $each !== null; $each = $each->getPrevious()) {
            echo get_class($each), ' ', $each->getCode(), ' ', $each->getMessage(), "\n";
            foreach ((array) $each as $name => $property) {
                if (!str_contains((string) $name, "\0")) {
                    echo $name, ' ', json_encode($property, JSON_PARTIAL_OUTPUT_ON_ERROR), var_export($property, true), "\n";
                }
            }
        }
        echo $thrown, "\n";
    }

    /** The state of the process that anything may print: settings, phpinfo(), the stack. */
    public static function process(): void
    {
        phpinfo();
        print_r(ini_get_all('aurpay'));
        print_r(\Aurpay\Client::stats());
        print_r(error_get_last());
        print_r(debug_backtrace());
        print_r(get_defined_constants(true)['user'] ?? []);
        foreach (get_resources() as $resource) {
            var_dump($resource);
        }
    }

    /** What an error handler, a logger or a profiler can see of the calls that are running. */
    public static function stack(): void
    {
        foreach (debug_backtrace(DEBUG_BACKTRACE_PROVIDE_OBJECT) as $frame) {
            echo '-- frame: ';
            print_r($frame);
            var_dump($frame['args'] ?? null);
        }
        debug_print_backtrace();
        echo new \Exception('here');
    }

    /** @return array<string, \Closure(mixed): string> */
    private static function ways(): array
    {
        return [
            'var_dump' => static fn (#[\SensitiveParameter] mixed $value): string
                => self::printed(static fn () => var_dump($value)),
            'print_r' => static fn (#[\SensitiveParameter] mixed $value): string => print_r($value, true),
            'var_export' => static fn (#[\SensitiveParameter] mixed $value): string => var_export($value, true),
            'debug_zval_dump' => static fn (#[\SensitiveParameter] mixed $value): string
                => self::printed(static fn () => debug_zval_dump($value)),
            'serialize' => static fn (#[\SensitiveParameter] mixed $value): string => serialize($value),
            'json_encode' => static fn (#[\SensitiveParameter] mixed $value): string => (string) json_encode($value),
            '(array)' => static fn (#[\SensitiveParameter] mixed $value): string => print_r((array) $value, true),
            '(string)' => static fn (#[\SensitiveParameter] mixed $value): string
                => $value instanceof \Stringable ? (string) $value : '',
            'get_object_vars' => static fn (#[\SensitiveParameter] mixed $value): string
                => is_object($value) ? print_r(get_object_vars($value), true) . print_r(get_mangled_object_vars($value), true) : '',
            'iteration' => static fn (#[\SensitiveParameter] mixed $value): string
                => is_object($value) && !$value instanceof \Traversable ? print_r([...self::each($value)], true) : '',
            'reflection' => static fn (#[\SensitiveParameter] mixed $value): string
                => is_object($value) ? self::reflected($value) : '',
            'clone' => static fn (#[\SensitiveParameter] mixed $value): string
                => is_object($value) ? print_r(clone $value, true) : '',
        ];
    }

    private static function throwable(\Throwable $thrown): void
    {
        echo $thrown->getTraceAsString(), "\n";
        print_r($thrown->getTrace());
        var_dump($thrown->getTrace());
        if ($thrown->getPrevious() !== null) {
            self::of($thrown->getPrevious());
        }
    }

    private static function reflected(object $value): string
    {
        $shown = (string) new \ReflectionObject($value);
        foreach ((new \ReflectionObject($value))->getProperties() as $property) {
            $shown .= $property->getName() . ' ' . print_r($property->getValue($value), true);
        }

        return $shown;
    }

    /** @return iterable<mixed> */
    private static function each(object $value): iterable
    {
        foreach (get_object_vars($value) as $property) {
            yield $property;
        }
    }

    /** @param callable(): void $print */
    private static function printed(callable $print): string
    {
        ob_start();
        try {
            $print();
        } finally {
            $printed = (string) ob_get_clean();
        }

        return $printed;
    }
}
