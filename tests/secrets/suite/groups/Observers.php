<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

/**
 * Every method, and code of the shop that runs while it works and shows all it can see: the stack with its arguments
 * and objects, its variables, the last error.
 */
final class Observers
{
    /** @var array<string, true> who has run */
    private array $seen = [];

    public function run(): void
    {
        set_error_handler(function (int $level, string $message): bool {
            $this->look(str_contains($message, 'open_basedir') ? 'a warning about open_basedir' : 'handler that warns');
            echo "error: {$message}\n";

            return true;
        });
        $expected = [];
        foreach (Methods::all() as $method) {
            foreach ($this->observers() as $name => [$options, $change]) {
                $expected[$name] = true;
                Output::begin(Methods::name($method) . ", {$name}");
                $values = new Values($options + ['retries' => 0], 'api secret');
                $arguments = $change($values->arguments($method), $method);
                Output::attempt(static fn (): mixed => Methods::call($method, $values, $arguments));
            }
        }
        restore_error_handler();
        $missing = array_diff_key($expected, $this->seen);
        if ($missing !== []) {
            throw new \LogicException('these have not run: ' . implode(', ', array_keys($missing)));
        }
    }

    /** Shows all that code of the shop can see. */
    private function look(string $who): void
    {
        $this->seen[$who] = true;
        Shown::stack();
    }

    /** @return iterable<string, array{array<string, mixed>, \Closure(list<mixed>, \ReflectionMethod): list<mixed>}> */
    private function observers(): iterable
    {
        $same = static fn (#[\SensitiveParameter] array $arguments, \ReflectionMethod $method): array => $arguments;
        $refusal = ['status' => 400, 'body' => '{}'];
        yield 'handler' => [['handler' => function (#[\SensitiveParameter] mixed ...$request) use ($refusal): array {
            $this->look('handler');
            unset($request);
            print_r(get_defined_vars());

            return $refusal;
        }], $same];
        yield 'handler that throws' => [['handler' => function (#[\SensitiveParameter] mixed ...$request): array {
            $this->look('handler that throws');
            throw new \DomainException('from the handler', 0, new \LogicException('before'));
        }], $same];
        yield 'handler that warns' => [['handler' => static function (#[\SensitiveParameter] mixed ...$request) use ($refusal): array {
            trigger_error('from the handler', E_USER_WARNING);

            return $refusal;
        }], $same];
        foreach (['no array' => 1, 'a key' => ['x' => 1], 'a status' => ['status' => 'x'], 'a body' => ['body' => []]] as $what => $wrong) {
            $name = "handler that answers wrongly, {$what}";
            yield $name => [['handler' => function (#[\SensitiveParameter] mixed ...$request) use ($wrong, $name): mixed {
                $this->look($name);

                return $wrong;
            }], $same];
        }
        $answer = static fn (#[\SensitiveParameter] mixed ...$request): array => $refusal;
        $logger = new class ($this->look(...)) {
            public function __construct(private readonly \Closure $look) {}

            public function log(mixed ...$line): void
            {
                ($this->look)('logger');
                print_r($line);
            }
        };
        yield 'logger' => [['handler' => $answer, 'logger' => $logger], $same];
        yield 'iterator' => [['handler' => $answer], $this->iterator(...)];
        yield 'date' => [['handler' => $answer], $this->date(...)];
        yield 'destructor' => [['handler' => $answer], $this->destructor(...)];
        yield 'a warning about open_basedir' => [['handler' => $answer], $this->caFile(...)];
    }

    /**
     * @param list<mixed> $arguments
     * @return list<mixed>
     */
    private function iterator(#[\SensitiveParameter] array $arguments, \ReflectionMethod $method): array
    {
        foreach ($method->getParameters() as $i => $parameter) {
            if (str_contains((string) $parameter->getType(), 'Traversable')) {
                $arguments[$i] = (function (): \Generator {
                    $this->look('iterator');
                    yield '4711';
                })();
            }
        }

        return $arguments;
    }

    /**
     * @param list<mixed> $arguments
     * @return list<mixed>
     */
    private function date(#[\SensitiveParameter] array $arguments, \ReflectionMethod $method): array
    {
        foreach ($arguments as &$argument) {
            if (is_array($argument) && isset($argument['st'])) {
                $argument['st'] = new class () extends \DateTimeImmutable {
                    public static \Closure $look;

                    public function getTimestamp(): int
                    {
                        (self::$look)('date');

                        return 0;
                    }
                };
                $argument['st']::$look = $this->look(...);
            }
        }

        return $arguments;
    }

    /**
     * @param list<mixed> $arguments
     * @return list<mixed>
     */
    private function destructor(#[\SensitiveParameter] array $arguments, \ReflectionMethod $method): array
    {
        foreach ($arguments as &$argument) {
            if (is_array($argument)) {
                $argument['unknown'] = new class ($this->look(...)) {
                    public function __construct(private readonly \Closure $look) {}

                    public function __destruct()
                    {
                        ($this->look)('destructor');
                    }
                };
            }
        }

        return $arguments;
    }

    /**
     * @param list<mixed> $arguments
     * @return list<mixed>
     */
    private function caFile(#[\SensitiveParameter] array $arguments, \ReflectionMethod $method): array
    {
        foreach ($method->getParameters() as $i => $parameter) {
            if ($parameter->getName() === 'options' && is_array($arguments[$i])) {
                // Outside of open_basedir: the engine warns.
                $arguments[$i]['ca_file'] = '/etc/passwd';
            }
        }

        return $arguments;
    }
}
