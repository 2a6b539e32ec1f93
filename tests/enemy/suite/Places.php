<?php

declare(strict_types=1);

namespace AurpayTest\Enemy;

/** Where a call runs the shop's code. The clients must have been made with Objects::$more = Places::options(...). */
final class Places
{
    /** @return array<string, mixed> */
    public static function options(): array
    {
        return ['logger' => new Logger()];
    }

    /**
     * Calls in which an act runs, by place. An act runs once for each call.
     *
     * @return array<string, \Closure(\Closure(): mixed): mixed>
     */
    public static function of(Accepted $call): array
    {
        $places = [];
        if (self::sends($call)) {
            $places['handler'] = static function (\Closure $act) use ($call): mixed {
                self::install(self::once($act), null);

                return self::make($call, $call->arguments());
            };
            $places['logger'] = static function (\Closure $act) use ($call): mixed {
                self::install(null, self::once($act));

                return self::make($call, $call->arguments());
            };
        }
        foreach ($call->method->getParameters() as $position => $parameter) {
            foreach (self::argumentsWithCode($parameter) as $name => $argument) {
                $places["{$name} for \${$parameter->getName()}"] = static fn (\Closure $act): mixed
                    => self::make($call, array_replace($call->arguments(), [$position => $argument(self::once($act), $call->arguments()[$position])]));
            }
            foreach (self::dates($call, $position) as $key) {
                $places["a date's method for {$key}"] = static function (\Closure $act) use ($call, $position, $key): mixed {
                    $arguments = $call->arguments();
                    $arguments[$position] = [$key => new DateWithCode(self::once($act))] + (array) $arguments[$position];

                    return self::make($call, $arguments);
                };
            }
        }

        return $places;
    }

    /** No code runs any more. */
    public static function clear(): void
    {
        self::install(null, null);
    }

    /** Whether the call reaches the handler. */
    public static function sends(Accepted $call): bool
    {
        self::clear();
        $before = Objects::requests();
        try {
            self::make($call, $call->arguments());
        } catch (\Exception) {
        }

        return Objects::requests() > $before;
    }

    /**
     * Makes the call, and walks over the result.
     *
     * @param list<mixed> $arguments
     */
    private static function make(Accepted $call, array $arguments): mixed
    {
        $result = $call->make($arguments);

        return $result instanceof \Traversable ? iterator_to_array($result, false) : $result;
    }

    /** @param (\Closure(): mixed)|null $inHandler */
    private static function install(?\Closure $inHandler, ?\Closure $inLogger): void
    {
        foreach (Objects::wires() as $wire) {
            $wire->act = $inHandler;
        }
        Logger::$act = $inLogger;
    }

    /**
     * @param \Closure(): mixed $act
     * @return \Closure(): mixed
     */
    private static function once(\Closure $act): \Closure
    {
        $left = 1;

        return static function () use (&$left, $act): void {
            if ($left-- > 0) {
                $act();
            }
        };
    }

    /** @return array<string, \Closure(\Closure(): mixed, mixed): mixed> */
    private static function argumentsWithCode(\ReflectionParameter $parameter): array
    {
        $types = Api::typesOf($parameter->getType());
        $arguments = [];
        // An id and an amount are no Stringable, and a URL may be text.
        if (in_array('string', $types, true)) {
            $arguments['__toString()'] = static fn (\Closure $act, mixed $text): object => new TextWithCode($text, $act);
        }
        if (array_intersect(['iterable', 'Traversable'], $types)) {
            $arguments['a generator'] = static fn (\Closure $act): \Generator => (static function () use ($act): \Generator {
                yield '1';
                $act();
                yield '2';
            })();
            $arguments['a generator by reference'] = static fn (\Closure $act): \Generator => (static function &() use ($act): \Generator {
                $id = '1';
                yield $id;
                $act();
                yield $id;
            })();
            $arguments['an iterator'] = static fn (\Closure $act): \Iterator => new \CallbackFilterIterator(
                new \ArrayIterator(['1', '2']),
                static function () use ($act): bool {
                    $act();

                    return true;
                },
            );
        }

        return $arguments;
    }

    /** @return list<string> keys that take a date */
    private static function dates(Accepted $call, int $position): array
    {
        $keys = [];
        foreach ($call->knownKeys($position) as $key) {
            $arguments = $call->arguments();
            $arguments[$position] = [$key => new \DateTimeImmutable('@0')] + (array) $arguments[$position];
            try {
                $call->make($arguments);
                $keys[] = $key;
            } catch (\Error) {
            }
        }

        return $keys;
    }
}

final class TextWithCode implements \Stringable
{
    public function __construct(private readonly string $text, private readonly \Closure $act) {}

    public function __toString(): string
    {
        ($this->act)();

        return $this->text;
    }
}

final class DateWithCode extends \DateTimeImmutable
{
    public function __construct(private readonly \Closure $act)
    {
        parent::__construct('@0');
    }

    public function getTimestamp(): int
    {
        ($this->act)();

        return 0;
    }
}
