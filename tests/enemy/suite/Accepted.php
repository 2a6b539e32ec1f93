<?php

declare(strict_types=1);

namespace AurpayTest\Enemy;

use Aurpay\AurpayException;

/**
 * A call of a method that is accepted. It is found by trying: the messages of the refusals say which argument, or which
 * key of it, must be another. A method for which nothing is found ends the test.
 */
final class Accepted
{
    private const MOST_TRIALS = 2000;

    /** @var array<string, self> */
    private static array $known = [];

    /** @var array<int, list<mixed>> */
    private array $candidates = [];

    /** @var array<int, int> which candidate, by position */
    private array $chosen = [];

    /** @var array<int, array<string, int>> which candidate, by position and key */
    private array $keys = [];

    private string $problem = 'none was tried';

    /** @param int $variant which of the objects of Objects::all() it is */
    private function __construct(public readonly \ReflectionMethod $method, public readonly ?object $object, private readonly int $variant)
    {
        foreach ($method->getParameters() as $position => $parameter) {
            $this->candidates[$position] = Candidates::ofParameter($parameter);
            $this->chosen[$position] = 0;
        }
    }

    public static function of(\ReflectionMethod $method): self
    {
        return self::$known[Api::name($method)] ??= self::find($method);
    }

    /** The same call with new objects, as Objects::$more has them now. Nothing is tried. */
    public function anew(): self
    {
        $object = $this->object === null ? null : Objects::fresh($this->method->class)[$this->variant];
        $call = new self($this->method, $object, $this->variant);
        [$call->chosen, $call->keys] = [$this->chosen, $this->keys];

        return $call;
    }

    public static function forget(): void
    {
        self::$known = [];
    }

    public function result(): mixed
    {
        return $this->make($this->arguments());
    }

    /** @return list<mixed> */
    public function arguments(): array
    {
        $arguments = [];
        foreach ($this->chosen as $position => $chosen) {
            $argument = $this->candidates[$position][$chosen];
            foreach ($this->keys[$position] ?? [] as $key => $index) {
                $argument = (array) $argument;
                $argument[$key] = Candidates::ofKey()[$index];
            }
            $arguments[] = $argument;
        }

        return $arguments;
    }

    /** @param list<mixed> $arguments */
    public function make(array $arguments): mixed
    {
        if ($this->method->isConstructor()) {
            return new ($this->method->class)(...$arguments);
        }

        return $this->method->invoke($this->object, ...$arguments);
    }

    /** @return list<string> the keys of an array parameter that the method knows, as it lists them itself */
    public function knownKeys(int $position): array
    {
        $arguments = $this->arguments();
        if (!is_array($arguments[$position] ?? null)) {
            return [];
        }
        $arguments[$position] = ['no such key' => '1'] + $arguments[$position];
        try {
            $this->make($arguments);
        } catch (\ValueError $refused) {
            if (preg_match('/; (?:the (?:keys|options) are|the only (?:key|option) is) (.*?)(?:; |$)/', $refused->getMessage(), $match) === 1) {
                return preg_split('/, | and /', $match[1]) ?: [];
            }
        } catch (AurpayException|\TypeError) {
        }

        return [];
    }

    private static function find(\ReflectionMethod $method): self
    {
        $objects = $method->isStatic() || $method->isConstructor() ? [null] : Objects::all($method->class);
        $problem = 'there is no object';
        foreach ($objects as $variant => $object) {
            $call = new self($method, $object, $variant);
            if ($call->search()) {
                return $call;
            }
            $problem = $call->problem;
        }

        throw new \LogicException(Api::name($method) . " accepts nothing that is tried ({$problem}): add to Candidates.php what it takes");
    }

    private function search(): bool
    {
        for ($i = 0; $i < self::MOST_TRIALS; $i++) {
            try {
                $this->result();

                return true;
            } catch (AurpayException) {
                return true;
            } catch (\ValueError|\TypeError $refused) {
                $this->problem = $refused->getMessage();
                if (!$this->chooseAnother()) {
                    return false;
                }
            } catch (\LogicException $refused) {
                $this->problem = $refused->getMessage();

                return false;
            }
        }

        return false;
    }

    private function chooseAnother(): bool
    {
        if (preg_match('/Argument #(\d+) \(\$\w+\) (.*)/s', $this->problem, $match) !== 1) {
            return false;
        }
        [$position, $rest] = [(int) $match[1] - 1, $match[2]];
        if (preg_match('/^must have the key "(\w+)"/', $rest, $match) === 1) {
            $this->keys[$position][$match[1]] = 0;

            return true;
        }
        if (preg_match('/^key "(\w+)" must/', $rest, $match) === 1 && isset($this->keys[$position][$match[1]])) {
            return ++$this->keys[$position][$match[1]] < count(Candidates::ofKey());
        }
        unset($this->keys[$position]);

        return ++$this->chosen[$position] < count($this->candidates[$position]);
    }
}
