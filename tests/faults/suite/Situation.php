<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

use Random\Randomizer;

/**
 * The call that will meet a fault, and the random choices for that fault.
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
     * A random way to end a connection: with FIN or RST, and over TLS with or without close_notify.
     *
     * @return array{reset: bool}|array{notify: bool}
     */
    public function ending(): array
    {
        return $this->chance() ? ['reset' => true] : ['notify' => $this->chance()];
    }

    /** @return non-empty-list<int> those of the statuses that the documents of the call do not have */
    public function undocumented(int ...$statuses): array
    {
        $left = array_values(array_diff($statuses, $this->call->provider->documentedRefusals($this->call)));

        return $left ?: throw new \LogicException('every status is documented');
    }
}
