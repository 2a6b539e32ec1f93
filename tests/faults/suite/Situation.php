<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

use Random\Randomizer;

/**
 * The call that a fault is made for, and the chances in how it is made.
 *
 * @phpstan-import-type Answer from Provider
 */
final class Situation
{
    public function __construct(
        public readonly Call $call,
        public readonly Transport $transport,
        private readonly Randomizer $random,
    ) {}

    public function chance(): bool
    {
        return $this->random->getInt(0, 1) === 1;
    }

    /**
     * @template T
     * @param non-empty-list<T> $values
     * @return T
     */
    public function oneOf(array $values): mixed
    {
        return $values[$this->random->getInt(0, count($values) - 1)];
    }

    /** @return Answer */
    public function success(): array
    {
        return $this->call->provider->success($this->call);
    }

    /**
     * How a connection ends: with FIN or RST, and over TLS with a word before it or not.
     *
     * @return array{reset: bool}|array{notify: bool}
     */
    public function ending(): array
    {
        return $this->chance() ? ['reset' => true] : ['notify' => $this->chance()];
    }

    /** @return non-empty-list<int> of these statuses those that are no answer by the documents of the call */
    public function undocumented(int ...$statuses): array
    {
        $left = array_values(array_diff($statuses, $this->call->provider->documentedRefusals($this->call)));

        return $left ?: throw new \LogicException('every status is documented');
    }
}
