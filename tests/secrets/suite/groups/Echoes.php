<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

/** Every method that makes a call, and a server that repeats each of its secrets in every place and notation. */
final class Echoes
{
    /** Secrets that the server does not get. */
    private const NOT_SENT = ['proxy password'];

    private int $turn = 0;
    private int $answers = 0;

    /** @var array<string, mixed> */
    private array $answer = [];

    public function run(): void
    {
        $kinds = ['api key', 'api secret', 'access token'];
        foreach (Methods::calls() as $i => $method) {
            // Credentials do not change how an answer is read, so each method has one kind. request() has all.
            $few = Methods::takesCredentials($method) ? [$kinds[$i % 3]] : ['api key'];
            foreach ($method->name === 'request' && $few !== ['api key'] ? $kinds : $few as $kind) {
                $this->method($method, $kind);
            }
        }
    }

    private function method(\ReflectionMethod $method, string $kind): void
    {
        $values = new Values(['handler' => $this->handler(...), 'logger' => new Logger(), 'retries' => 0], $kind);
        $values->arguments($method);
        $object = $method->isStatic() ? null : $values->object($method->class);
        $name = Methods::name($method) . " with {$kind}";
        foreach (array_diff($values->passed, self::NOT_SENT) as $secret) {
            foreach (Answers::notations(Markers::of($secret)) as $notation => $text) {
                $this->calls("{$name}, {$secret} as {$notation}", $text, $method, $values, $object);
            }
            if (ctype_digit(Markers::of($secret))) {
                $answers = Answers::numbers(Markers::of($secret), Values::providerOf($method->class));
                foreach ($answers as $answer => $this->answer) {
                    Output::begin("{$name}, {$secret} in {$answer}");
                    $this->call($method, $values, $object);
                }
            }
        }
        foreach (Answers::payUrls(Markers::of('pay token')) as $notation => $text) {
            $this->calls("{$name}, a pay URL {$notation}", $text, $method, $values, $object);
        }
    }

    private function calls(
        string $name,
        #[\SensitiveParameter] string $text,
        \ReflectionMethod $method,
        #[\SensitiveParameter] Values $values,
        ?object $object,
    ): void {
        foreach (Answers::all($text, Values::providerOf($method->class), $this->turn++) as $answer => $this->answer) {
            if ((++$this->answers + Output::$first) % Output::$every !== 0) {
                continue;
            }
            Output::begin("{$name} in {$answer}");
            $this->call($method, $values, $object);
        }
    }

    private function call(\ReflectionMethod $method, #[\SensitiveParameter] Values $values, ?object $object): void
    {
        $arguments = $values->arguments($method);
        Output::attempt(
            static fn (): mixed => Methods::call($method, $values, $arguments, $object),
            $this->turn % 50 === 0,
        );
        if ($object !== null && method_exists($object, 'lastResponse')) {
            echo json_encode($object->lastResponse()), "\n";
        }
    }

    /** @return array<string, mixed> */
    private function handler(#[\SensitiveParameter] mixed ...$request): array
    {
        return $this->answer;
    }
}
