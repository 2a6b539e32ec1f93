<?php

declare(strict_types=1);

namespace AurpayTest\Soak;

use AurpayTest\Child;
use AurpayTest\StoppableServer;

/** The gateway of the soak: tests/support/gateway.py. */
final class Gateway extends StoppableServer
{
    /** As in faults/gateway.py. */
    public const NAME = 'gateway.test';

    public static function start(string ...$options): static
    {
        return new static(Child::python('gateway.py', ...$options));
    }

    /** @return array<string, int> how often each id was executed by a call that is not a read */
    public function executions(): array
    {
        return $this->ledger()['executed'];
    }

    public function executed(): int
    {
        return $this->ledger()['counts']['executed'];
    }

    /** How many connections are open. */
    public function open(): int
    {
        return count($this->ledger()['open']);
    }

    /** How many connections are open to another address or with another certificate: "127.0.0.1 ", " certificate 1". */
    public function openToOther(string $part): int
    {
        return count(array_filter($this->ledger()['open'], static fn (string $label): bool => !str_contains($label, $part)));
    }

    /** How many behaviours of the script are left. */
    public function scriptLeft(): int
    {
        return $this->ledger()['script_left'];
    }

    /** @param list<string|array<string, mixed>> $behaviours of the next requests; README.md has them */
    public function script(array $behaviours): void
    {
        $this->control('POST', '/script', $behaviours);
    }

    /** From now on each answer takes so many seconds more, so that calls are in flight when something happens. */
    public function delay(float $seconds): void
    {
        $this->control('POST', '/script', ['default' => ['do' => 'answer', 'delay' => $seconds]]);
    }

    /** Listens on these addresses alone. */
    public function moveTo(string ...$addresses): void
    {
        $this->control('POST', '/addresses', array_values($addresses));
    }

    /** Makes a new authority, and returns its file; changeCertificate() begins to use it. */
    public function makeAuthority(): string
    {
        /** @var array{ca_file: string} $answer */
        $answer = $this->control('POST', '/authority');

        return $answer['ca_file'];
    }

    /** Uses a new certificate, and returns its number. */
    public function changeCertificate(): int
    {
        /** @var array{number: int} $answer */
        $answer = $this->control('POST', '/certificate');

        return $answer['number'];
    }

    /** After how many seconds an idle connection is closed; null: never. */
    public function keepAlive(?float $seconds): void
    {
        $this->control('POST', '/keep_alive', $seconds ?? 1e9);
    }

    /** @return array{executed: array<string, int>, counts: array<string, int>, open: list<string>, script_left: int} */
    private function ledger(): array
    {
        /** @var array{executed: array<string, int>, counts: array<string, int>, open: list<string>, script_left: int} $ledger */
        $ledger = $this->control('GET', '/ledger');

        return $ledger;
    }
}
