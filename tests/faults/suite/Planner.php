<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

use Random\Engine\Mt19937;
use Random\Randomizer;

use function AurpayTest\libcurl_tells_of_sending;

/** Random calls: every fault of the table occurs once, in random order, before any occurs again. */
final class Planner
{
    private const READS_ONE_IN = 6;

    private readonly Randomizer $random;

    private readonly bool $tellsOfSending;

    /** @var list<array{Fault, bool}> a fault, and whether the connection is warm */
    private array $deck = [];

    private int $number = 0;

    /**
     * @param list<Fault> $rows of the table
     * @param list<Call> $calls
     */
    public function __construct(
        private readonly Transport $transport,
        private readonly array $rows,
        private readonly array $calls,
        int $seed,
    ) {
        $this->random = new Randomizer(new Mt19937($seed));
        $this->tellsOfSending = libcurl_tells_of_sending();
    }

    public function next(): Plan
    {
        $this->deck = $this->deck ?: $this->shuffledDeck();
        [$fault, $isWarm] = array_pop($this->deck);
        $call = $this->callFor($fault);
        $situation = new Situation($call, $this->transport, $this->random);
        $behaviour = ($fault->behaviour)($situation) + $this->execution($fault);
        $persists = $call->isRead && $fault->isRetried && $situation->chance();

        return new Plan(
            'call-' . ++$this->number,
            $this->transport,
            $call,
            $fault,
            $isWarm,
            $this->due($fault, $call->isRead, $persists),
            $behaviour,
            $persists,
            !$call->isRead && !$this->tellsOfSending,
        );
    }

    /** @return non-empty-list<Due> */
    private function due(Fault $fault, bool $isRead, bool $persists): array
    {
        if ($isRead) {
            return $fault->isRetried && !$persists ? [Due::Success] : $fault->read;
        }

        // Where libcurl does not tell when a request leaves, the call counts as sent from the beginning.
        return !$this->tellsOfSending && $fault->other === [Due::TransportFailed] ? [Due::Unknown] : $fault->other;
    }

    /** @return non-empty-list<array{Fault, bool}> */
    private function shuffledDeck(): array
    {
        $deck = [];
        foreach ($this->rows as $fault) {
            foreach (in_array($this->transport, $fault->transports, true) ? $fault->connections : [] as $isWarm) {
                $deck[] = [$fault, $isWarm];
            }
        }
        return $this->random->shuffleArray($deck) ?: throw new \LogicException('the table is empty');
    }

    private function callFor(Fault $fault): Call
    {
        $isRead = $this->random->getInt(1, self::READS_ONE_IN) === 1;
        $calls = array_values(array_filter($this->calls, $fault->fits(...)));
        $calls = array_values(array_filter($calls, static fn (Call $one): bool => $one->isRead === $isRead)) ?: $calls;

        return $calls[$this->random->getInt(0, count($calls) - 1)];
    }

    /** @return array{execute?: bool} */
    private function execution(Fault $fault): array
    {
        return match ($fault->executed) {
            Executed::Yes, Executed::IfItArrives => [],
            Executed::No => ['execute' => false],
            Executed::Either => ['execute' => $this->random->getInt(0, 1) === 1],
        };
    }
}
