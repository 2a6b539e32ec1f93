<?php

declare(strict_types=1);

namespace AurpayTest\Oom;

use Aurpay\OutcomeUnknownException;
use Aurpay\ResponseException;
use Aurpay\TransportException;
use AurpayTest\Faults\Clients;
use AurpayTest\FaultServer;

/** Lets each allocation of a subject fail, once and from then on, and checks what the shop hears. */
final class Sweep
{
    /** Problems that are shown of each subject. */
    private const SHOWN = 5;

    /** @var list<string> */
    private array $problems = [];

    /** @var array{success: int, failure: int, doubt: int} */
    private array $told = ['success' => 0, 'failure' => 0, 'doubt' => 0];

    private int $allocations = 0;
    private int $tried = 0;

    /** @param resource $at receives what is done, for the case of a crash */
    public function __construct(
        private readonly Subject $subject,
        private readonly Clients $clients,
        private readonly ?FaultServer $server,
        private readonly string $way,
        private $at,
    ) {}

    /**
     * @param list<string> $libraries
     * @return bool whether all promises were kept
     */
    public function run(array $libraries): bool
    {
        $expected = $this->make();
        // The second call has what the first has kept.
        $this->make();
        foreach ($libraries as $library) {
            foreach ([false, true] as $forGood) {
                $this->sweep($library, $forGood, $expected);
            }
        }
        if ($this->tried === 0) {
            $this->problems[] = 'it allocates nothing, so nothing could fail';
        }
        printf(
            "%-44s %-8s %7d %7d %7d %7d %7d  %s\n",
            $this->subject->name,
            $this->way,
            $this->allocations,
            $this->tried,
            $this->told['success'],
            $this->told['failure'],
            $this->told['doubt'],
            $this->problems === [] ? 'passed' : 'FAILED',
        );
        foreach (array_slice($this->problems, 0, self::SHOWN) as $problem) {
            echo "  ! {$problem}\n";
        }
        if ($this->problems !== []) {
            echo '      again: ./dev oom --part php --only ', escapeshellarg($this->subject->name), "\n";
        }

        return $this->problems === [];
    }

    private function sweep(string $library, bool $forGood, mixed $expected): void
    {
        $nth = 0;
        do {
            $nth++;
            $name = "{$library}, allocation {$nth}" . ($forGood ? ' and all later ones' : '');
            ftruncate($this->at, 0);
            rewind($this->at);
            fwrite($this->at, "{$this->subject->name}\n{$this->way}, {$name}\n");
            $live = \oom_live();
            $hasFailed = $this->try($library, $nth, $forGood, $name, $expected);
            $this->check($name, $expected);
            if ($this->server === null && \oom_live() > $live) {
                $this->problems[] = "{$name}: " . (\oom_live() - $live) . ' blocks of the core were not freed';
            }
        } while ($hasFailed);
        $this->allocations += $forGood ? 0 : $nth - 1;
    }

    /** Does it once with the failing allocation. Whether one has failed. */
    private function try(string $library, int $nth, bool $forGood, string $name, mixed $expected): bool
    {
        $before = $this->server?->executed() ?? 0;
        $thrown = null;
        $result = null;
        if (!\oom_begin($library, $nth, $forGood)) {
            throw new \LogicException("allocations of {$library} cannot fail here");
        }
        try {
            $result = $this->make();
        } catch (\Throwable $thrown) {
        } finally {
            [, $failures] = \oom_end();
        }
        if ($failures === 0) {
            return false;
        }
        $this->tried++;
        $told = $this->told($thrown);
        if ($told === null) {
            $this->problems[] = "{$name}: " . get_class($thrown) . ': ' . $thrown->getMessage();

            return true;
        }
        $this->told[$told]++;
        if ($told === 'success' && $result !== $expected) {
            $this->problems[] = "{$name}: another result: " . json_encode($result);
        }
        $this->compare($told, $before, $name);

        return true;
    }

    private function make(): mixed
    {
        return ($this->subject->make)($this->clients);
    }

    /** Null for what the shop must not hear because memory is short. */
    private function told(?\Throwable $thrown): ?string
    {
        return match (true) {
            $thrown === null => 'success',
            $thrown instanceof OutcomeUnknownException => $this->subject->isRead ? null : 'doubt',
            $thrown instanceof TransportException => 'failure',
            // A read whose answer came, and could not be decoded.
            $thrown instanceof ResponseException && str_contains($thrown->getMessage(), 'more data than fits into memory')
                => $this->subject->isRead ? 'failure' : null,
            get_class($thrown) === \Error::class && str_starts_with($thrown->getMessage(), 'aurpay: ') => 'failure',
            default => null,
        };
    }

    /** What was told, with what the server did. */
    private function compare(string $told, int $before, string $name): void
    {
        if ($this->server === null || $this->subject->isRead) {
            return;
        }
        if ($told !== 'success') {
            // A request may still be on its way.
            $this->server->settle();
        }
        $executed = $this->server->executed() - $before;
        if ($executed > 1 || ($told === 'failure' && $executed > 0) || ($told === 'success' && $executed !== 1)) {
            $this->problems[] = "{$name}: told as {$told}, and executed {$executed} times";
        }
    }

    /** With memory it succeeds again. */
    private function check(string $name, mixed $expected): void
    {
        try {
            $result = $this->make();
        } catch (\Throwable $thrown) {
            $this->problems[] = "{$name}: afterwards " . get_class($thrown) . ': ' . $thrown->getMessage();

            return;
        }
        if ($result !== $expected) {
            $this->problems[] = "{$name}: afterwards another result: " . json_encode($result);
        }
    }
}
