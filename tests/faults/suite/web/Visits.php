<?php

declare(strict_types=1);

namespace AurpayTest\Faults\Web;

use Random\Engine\Mt19937;
use Random\Randomizer;

/** Random web requests. The same seed gives every client the same ones. */
final class Visits
{
    /** After how many seconds the server closes an idle connection. A real one waits 5 to 75. */
    public const KEEP_ALIVE = 0.5;

    /** How many web requests of a hundred are followed by a pause between these milliseconds. */
    private const PAUSES = [[80, 0, 15], [15, 50, 400], [5, 800, 1600]];

    /** How many calls of a hundred meet the fault. All are far more frequent than on a real network. */
    private const FAULTS = [
        'executed, then closed without an answer' => 4,
        'executed, then reset without an answer' => 2,
        'closed without an answer, not executed' => 2,
        'closed while it is idle' => 2,
        'a second answer while it is idle' => 2,
        'a second answer while it is idle, then closed' => 2,
        'the 408 of a proxy while it is idle, then closed' => 2,
    ];

    /** Later than the answer, because newer versions of libcurl read bytes that arrive together with it. */
    private const LATE_AFTER = 0.02;

    /**
     * Bytes that arrive around the start of the next call come so many milliseconds after the answer, and the next web
     * request in the middle of this time.
     */
    private const AROUND = [0, 40];

    private readonly Randomizer $random;

    /** Of its own, so that the faults and pauses are the same whenever bytes arrive. */
    private readonly Randomizer $arrivals;

    public function __construct(
        private readonly string $name,
        int $seed,
        private readonly Arrival $arrival = Arrival::Before,
    ) {
        $this->random = new Randomizer(new Mt19937($seed));
        $this->arrivals = new Randomizer(new Mt19937($seed + 1));
    }

    /** @return list<Visit> */
    public function take(int $count): array
    {
        $visits = [];
        for ($i = 1; $i <= $count; $i++) {
            $id = "{$this->name}-{$i}";
            $visits[] = $this->visit($id, self::behaviour($this->fault(), $id), $this->pause());
        }

        return $visits;
    }

    /** @return array<string, mixed> what the fault server does: see tests/support/README.md */
    public static function behaviour(?string $fault, string $id): array
    {
        return match ($fault) {
            null => ['do' => 'answer'],
            'executed, then closed without an answer' => ['do' => 'close'],
            'executed, then reset without an answer' => ['do' => 'reset'],
            'closed without an answer, not executed' => ['do' => 'close', 'execute' => false],
            'closed while it is idle' => ['do' => 'answer', 'close_after' => 0],
            'a second answer while it is idle' => self::late(self::answer($id)),
            'a second answer while it is idle, then closed' => self::late(self::answer($id)) + ['close_after' => 0],
            'the 408 of a proxy while it is idle, then closed' =>
                self::late("HTTP/1.1 408 Request Time-out\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                + ['close_after' => 0],
            default => throw new \LogicException("there is no fault '{$fault}'"),
        };
    }

    /** @param array<string, mixed> $behaviour */
    private function visit(string $id, array $behaviour, float $pause): Visit
    {
        if (isset($behaviour['late']) && $this->arrival === Arrival::Around) {
            $behaviour['late_after'] = $this->arrivals->getInt(...self::AROUND) / 1000;
            $pause = array_sum(self::AROUND) / 2000;
        }

        return new Visit($id, $behaviour, $pause, $this->arrival);
    }

    /** @return array{do: string, late: string, late_after: float} */
    private static function late(string $bytes): array
    {
        return ['do' => 'answer', 'late' => $bytes, 'late_after' => self::LATE_AFTER];
    }

    /** The server's answer to a call. */
    private static function answer(string $id): string
    {
        $target = json_encode(['method' => 'POST', 'target' => Sender::PATH . $id], JSON_THROW_ON_ERROR);
        $body = "{\"code\":0,\"message\":\"ok\",\"data\":{$target},\"result\":true}";

        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " . strlen($body)
            . "\r\nConnection: keep-alive\r\n\r\n{$body}";
    }

    private function fault(): ?string
    {
        $number = $this->random->getInt(1, 100);
        foreach (self::FAULTS as $fault => $share) {
            $number -= $share;
            if ($number <= 0) {
                return $fault;
            }
        }

        return null;
    }

    private function pause(): float
    {
        $number = $this->random->getInt(1, 100);
        foreach (self::PAUSES as [$share, $from, $to]) {
            $number -= $share;
            if ($number <= 0) {
                return $this->random->getInt($from, $to) / 1000;
            }
        }
        throw new \LogicException('the shares are less than a hundred');
    }
}
