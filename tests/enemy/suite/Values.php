<?php

declare(strict_types=1);

namespace AurpayTest\Enemy;

use Aurpay\Client;

/** Values that a careless or hostile caller passes. Each is made anew for each call. */
final class Values
{
    /** @return array<string, \Closure(): mixed> by name */
    public static function all(): array
    {
        return self::scalars() + self::texts() + self::arrays() + self::recursive() + self::objects() + self::iterators() + self::resources();
    }

    /** @return array<string, \Closure(): mixed> */
    private static function scalars(): array
    {
        $values = [
            'null' => null, 'true' => true, 'false' => false, '0' => 0, '-1' => -1, 'the largest int' => PHP_INT_MAX, 'the smallest int' => PHP_INT_MIN,
            '0.0' => 0.0, '-0.0' => -0.0, '1.5' => 1.5, '0.1 + 0.2' => 0.1 + 0.2, '1e300' => 1e300, '1e-300' => 1e-300, 'NAN' => NAN, 'INF' => INF, '-INF' => -INF,
        ];

        return array_map(static fn (mixed $value): \Closure => static fn (): mixed => $value, $values);
    }

    /** @return array<string, \Closure(): mixed> */
    private static function texts(): array
    {
        $texts = [
            'an empty text' => '', 'a blank' => ' ', 'text 0' => '0', 'NUL' => "1\0", 'only NUL' => "\0", 'a line break' => "1\r\nX: y", 'no UTF-8' => "\xff\xfe1",
            'half a UTF-8 character' => "1\xc3", 'a surrogate' => "\xed\xa0\x80", 'a percent sign' => '%s%n%1$s', 'a path' => '../../x', 'a class' => 'Aurpay\Client',
            'a function' => 'phpinfo', 'a method' => 'Aurpay\Client::stats', 'JSON' => '{"a":1}', 'a float with exponent' => '1e1000', 'a long number' => str_repeat('9', 400),
            'bidi' => "1\u{202e}2", 'a case' => 'Aurpay\OrderStatus::SUCCESS',
        ];
        $values = array_map(static fn (string $text): \Closure => static fn (): string => $text, $texts);
        // A body may have 1 MiB, a URL 16 KiB, a header 8 KiB.
        $values['a huge text'] = static fn (): string => str_repeat('a', 1100000);
        $values['a huge text without UTF-8'] = static fn (): string => str_repeat("\xff", 20000);
        $values['a huge path'] = static fn (): string => '/' . str_repeat('a/', 10000);
        $values['a huge URL'] = static fn (): string => 'https://shop.example/' . str_repeat('%41', 10000);

        return $values;
    }

    /** @return array<string, \Closure(): mixed> */
    private static function arrays(): array
    {
        return [
            'an empty array' => static fn (): array => [],
            'an empty array that is no constant' => static fn (): array => array_filter([0]),
            'a list' => static fn (): array => ['1', '2'],
            'a list in a list' => static fn (): array => [[]],
            'a list of null' => static fn (): array => [null, null],
            'a map' => static fn (): array => ['a' => '1'],
            'int keys' => static fn (): array => [5 => '1', -3 => '2', PHP_INT_MAX => '3'],
            'a list with a hole' => static function (): array {
                $list = range(1, 20);
                unset($list[3]);

                return $list;
            },
            'a hash in reverse order' => static fn (): array => array_reverse(['1', '2', '3'], true),
            'keys with NUL' => static fn (): array => ["a\0b" => '1', "\0" => '2', '' => '3', "\xff" => '4'],
            'a list of objects' => static fn (): array => [new \stdClass(), new \stdClass()],
            'a deep array' => static fn (): array => self::nested(100),
            'a very deep array' => static fn (): array => self::nested(500),
            'a wide array' => static fn (): array => range(1, 500),
            'an array of huge texts' => static fn (): array => array_fill(0, 8, str_repeat('a', 1 << 17)),
            'two references to one value' => static function (): array {
                $value = '1';

                return ['a' => &$value, 'b' => &$value];
            },
            'a list of references' => static function (): array {
                $value = '1';

                return [&$value, &$value];
            },
            '$GLOBALS' => static fn (): array => array_slice($GLOBALS, 0, 3),
        ];
    }

    /** @return array<mixed> */
    private static function nested(int $levels): array
    {
        $array = [];
        for ($i = 0; $i < $levels; $i++) {
            $array = [$array];
        }

        return $array;
    }

    /** @return array<string, \Closure(): mixed> */
    private static function recursive(): array
    {
        return [
            'a list that contains itself' => static function (): array {
                $list = ['1'];
                $list[] = &$list;

                return $list;
            },
            'a map that contains itself' => static function (): array {
                $map = ['a' => '1'];
                $map['a'] = &$map;

                return $map;
            },
            'two arrays that contain each other' => static function (): array {
                [$one, $other] = [['a' => '1'], ['a' => '2']];
                $one['a'] = &$other;
                $other['a'] = &$one;

                return $one;
            },
            'an array that doubles at each level' => static function (): array {
                $array = ['1'];
                for ($i = 0; $i < 60; $i++) {
                    $array = [$array, $array];
                }

                return $array;
            },
            'an array that contains itself twice' => static function (): array {
                $array = [];
                $array = [&$array, &$array];

                return $array;
            },
        ];
    }

    /** @return array<string, \Closure(): mixed> */
    private static function objects(): array
    {
        return [
            'stdClass' => static fn (): object => new \stdClass(),
            'stdClass with properties' => static fn (): object => (object) ['a' => '1', 'handler' => 1],
            'ArrayObject' => static fn (): object => new \ArrayObject(['1', '2']),
            'SplObjectStorage' => static fn (): object => new \SplObjectStorage(),
            'a closure' => static fn (): object => static fn (): string => '1',
            'a closure that throws' => static fn (): object => static fn () => throw new Thrown(),
            'a case of an own enum' => static fn (): object => Suit::Hearts,
            'a case with a text' => static fn (): object => Text::One,
            'a case with an int' => static fn (): object => Number::One,
            'Stringable' => static fn (): object => new Texts('1'),
            'Stringable with a path' => static fn (): object => new Texts('/x'),
            'Stringable with NUL' => static fn (): object => new Texts("1\0"),
            'Stringable that throws' => static fn (): object => new Texts(null),
            'an object with all magic methods' => static fn (): object => new Magic(),
            'ArrayAccess' => static fn (): object => new Magic(),
            'an exception' => static fn (): object => new \Exception('1'),
            'a date' => static fn (): object => new \DateTimeImmutable('@0'),
            'a date far away' => static fn (): object => new \DateTimeImmutable('@99999999999999'),
            'a weak map' => static fn (): object => new \WeakMap(),
            'a fiber' => static fn (): object => new \Fiber(static fn (): int => 1),
            'an anonymous object' => static fn (): object => new class () {},
            'an incomplete object' => static fn (): mixed => unserialize('O:12:"NoSuchClass_":1:{s:1:"a";i:1;}'),
            'a client' => static fn (): object => Objects::make(Client::class),
            'credentials' => static fn (): object => Objects::make(\Aurpay\Credentials::class),
            'pages' => static fn (): object => (new Client('1', ['handler' => new Wire(Client::class)]))->orders()->each(),
            'a case of ours' => static fn (): object => \Aurpay\OrderStatus::cases()[0],
            'a case of another enum of ours' => static fn (): object => \Aurpay\Algorithm::cases()[0],
        ];
    }

    /** @return array<string, \Closure(): mixed> */
    private static function iterators(): array
    {
        return [
            'a generator' => static fn (): object => (static function (): \Generator {
                yield '1';
                yield '2';
            })(),
            'a generator that throws' => static fn (): object => (static function (): \Generator {
                yield '1';
                throw new Thrown();
            })(),
            'a generator that throws at once' => static fn (): object => (static function (): \Generator {
                throw new Thrown();
                // @phpstan-ignore deadCode.unreachable (makes it a generator)
                yield '1';
            })(),
            'a generator that has ended' => static function (): object {
                $generator = (static function (): \Generator {
                    yield '1';
                })();
                $generator->next();

                return $generator;
            },
            'a generator of references' => static fn (): object => (static function &(): \Generator {
                $id = '1';
                yield $id;
                yield $id;
            })(),
            'a generator of keys that are no keys' => static fn (): object => (static function (): \Generator {
                yield [] => '1';
                yield 1.5 => '2';
            })(),
            'a generator of nothing useful' => static fn (): object => (static function (): \Generator {
                yield;
                yield [];
            })(),
            'an iterator whose methods throw' => static fn (): object => new ThrowingIterator(),
            'an IteratorAggregate that gives another' => static fn (): object => new Magic(),
            'an array iterator' => static fn (): object => new \ArrayIterator(['1', '2']),
            'an endless cache of iterators' => static fn (): object => new \LimitIterator(new \InfiniteIterator(new \ArrayIterator(['1'])), 0, 1000),
        ];
    }

    /** @return array<string, \Closure(): mixed> */
    private static function resources(): array
    {
        return [
            'a resource' => static fn (): mixed => STDOUT,
            'a closed resource' => static function (): mixed {
                $resource = fopen('php://memory', 'r');
                if ($resource !== false) {
                    fclose($resource);
                }

                return $resource;
            },
        ];
    }
}

enum Suit
{
    case Hearts;
}

enum Text: string
{
    case One = '1';
}

enum Number: int
{
    case One = 1;
}

final class Texts implements \Stringable
{
    /** @param string|null $text null to throw */
    public function __construct(private readonly ?string $text) {}

    public function __toString(): string
    {
        return $this->text ?? throw new Thrown();
    }
}

/**
 * @implements \ArrayAccess<mixed, mixed>
 * @implements \IteratorAggregate<int, string>
 */
final class Magic implements \ArrayAccess, \IteratorAggregate, \Countable, \JsonSerializable
{
    public function __get(string $name): string
    {
        return '1';
    }

    public function __isset(string $name): bool
    {
        return true;
    }

    /** @param array<mixed> $arguments */
    public function __call(string $name, array $arguments): string
    {
        return '1';
    }

    public function __invoke(): string
    {
        return '1';
    }

    public function offsetExists(mixed $offset): bool
    {
        return true;
    }

    public function offsetGet(mixed $offset): mixed
    {
        return '1';
    }

    public function offsetSet(mixed $offset, mixed $value): void {}

    public function offsetUnset(mixed $offset): void {}

    public function getIterator(): \Iterator
    {
        return new \ArrayIterator(['1']);
    }

    public function count(): int
    {
        return 1;
    }

    public function jsonSerialize(): mixed
    {
        return ['a' => '1'];
    }
}

/** @implements \Iterator<int, string> */
final class ThrowingIterator implements \Iterator
{
    public function current(): string
    {
        throw new Thrown();
    }

    public function key(): int
    {
        throw new Thrown();
    }

    public function next(): void
    {
        throw new Thrown();
    }

    public function rewind(): void {}

    public function valid(): bool
    {
        return true;
    }
}
