<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

/**
 * Every parameter of every method with wrong values that are, or contain, a secret; and arrays with wrong, missing,
 * misspelt and unknown names. Only parameters that are marked as sensitive get a secret: a trace shows the others.
 */
final class Misuse
{
    public function run(): void
    {
        foreach (Methods::all() as $method) {
            foreach ($method->getParameters() as $i => $parameter) {
                $isSensitive = $parameter->getAttributes(\SensitiveParameter::class) !== [];
                foreach (['api key', 'api secret'] as $kind) {
                    $this->parameter($method, $i, $isSensitive, $kind);
                }
            }
        }
    }

    private function parameter(\ReflectionMethod $method, int $position, bool $isSensitive, string $kind): void
    {
        // Sends nothing: where a wrong value is accepted, the server refuses.
        $refuse = static fn (#[\SensitiveParameter] mixed ...$request): array => ['status' => 400, 'body' => '{}'];
        $values = new Values(['handler' => $refuse, 'logger' => new Logger(), 'retries' => 0], $kind);
        $arguments = $values->arguments($method);
        $name = Methods::name($method) . "(\${$method->getParameters()[$position]->getName()}) with {$kind}";
        foreach ($isSensitive ? $values->passed : ['nothing' => 'nothing'] as $secret) {
            $text = $isSensitive ? Markers::of($secret) : 'nothing';
            foreach ($this->wrong($text, $arguments[$position]) as $what => $value) {
                // A path is shown; the secret may be in its query alone.
                if ($what === 'a file' && in_array($method->getParameters()[$position]->getName(), ['path', 'target'], true)) {
                    continue;
                }
                Output::begin("{$name}, {$secret} as {$what}");
                $given = $arguments;
                $given[$position] = $value;
                Output::attempt(static fn (): mixed => Methods::call($method, $values, $given));
            }
        }
    }

    /** @return iterable<string, mixed> */
    private function wrong(#[\SensitiveParameter] string $text, #[\SensitiveParameter] mixed $right): iterable
    {
        yield from self::values($text);
        if (!is_array($right) || array_is_list($right)) {
            return;
        }
        foreach (array_keys($right) as $name) {
            foreach (self::values($text) as $what => $value) {
                yield "{$name}: {$what}" => [$name => $value] + $right;
            }
            yield "without {$name}" => array_diff_key($right, [$name => 0]);
            yield "without {$name}, the secret as its name" => [$text => $right[$name]] + array_diff_key($right, [$name => 0]);
            yield "{$name} misspelt" => ["{$name}x" => $text] + array_diff_key($right, [$name => 0]);
            yield "{$name}, and the secret behind it" => [$name . $text => 1] + $right;
            yield "{$name} and its value swapped" => self::swapped($right, $name);
        }
        yield 'another name' => $right + [$text => 'x'];
        yield 'the first name' => [$text => 'x'] + $right;
        yield 'another value' => $right + ['unknown' => $text];
        yield 'a value without a name' => $right + [$text];
        foreach (Tables::options() as $option) {
            foreach (array_key_exists('handler', $right) ? self::values($text) : [] as $what => $value) {
                yield "{$option}: {$what}" => [$option => $value] + $right;
            }
        }
    }

    /** @return iterable<string, mixed> */
    private static function values(#[\SensitiveParameter] string $text): iterable
    {
        yield 'itself' => $text;
        yield 'number' => ctype_digit($text) ? (int) $text : 17;
        yield 'float' => ctype_digit($text) ? (float) $text : 0.1 + 0.2;
        yield from ['null' => null, 'true' => true, 'NAN' => NAN, 'nothing' => '', 'blank' => " \t"];
        yield 'with a NUL' => "{$text}\0";
        yield 'with a line break' => "{$text}\n";
        yield 'after a blank' => " {$text}";
        yield 'not UTF-8' => "{$text}\xff";
        yield 'too long' => str_repeat($text, 220);
        yield 'a URL' => "https://user:{$text}@shop.example/{$text}?q={$text}#{$text}";
        yield 'a URL of another scheme' => "ftp://user:{$text}@{$text}";
        yield 'a path' => "//{$text}/../{$text}";
        yield 'a file' => "/nowhere/{$text}";
        yield 'a list' => [$text];
        yield 'a name' => [$text => $text];
        yield 'a list in a list' => ['x' => [[$text]]];
        yield 'an object' => (object) ['x' => $text];
        yield 'an object with a text' => new class ($text) {
            public function __construct(private readonly string $text) {}

            public function __toString(): string
            {
                return $this->text;
            }
        };
        yield 'a closure' => static fn (): string => $text;
        yield 'a generator' => (static fn (): iterable => yield $text => $text)();
        yield 'a stream' => fopen('data:text/plain,' . rawurlencode($text), 'r');
        yield 'a date' => new \DateTimeImmutable('@0');
        yield 'deep' => self::deep($text);
        $itself = ['x' => $text];
        $itself['itself'] = &$itself;
        yield 'an array in itself' => $itself;
    }

    /** @return array<mixed> */
    private static function deep(#[\SensitiveParameter] string $text): array
    {
        $deep = [$text => $text];
        for ($i = 0; $i < 100; $i++) {
            $deep = [$deep];
        }

        return $deep;
    }

    /**
     * @param array<mixed> $right
     * @return array<mixed>
     */
    private static function swapped(#[\SensitiveParameter] array $right, string $name): array
    {
        $value = $right[$name];
        unset($right[$name]);

        return (is_scalar($value) ? [(string) $value => $name] : []) + $right;
    }
}
