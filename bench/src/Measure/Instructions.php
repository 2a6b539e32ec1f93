<?php

declare(strict_types=1);

namespace AurpayBench\Measure;

use AurpayBench\{CallLoops, Counts, Measure, Outcome, Sample, Session, Table, Verdict};
use AurpayBench\Server\{LoggedRequest, Nginx};

/** The counted instructions of a call. */
final readonly class Instructions implements Measure
{
    private const REPETITIONS = 3;
    private const CALLS = 100;

    public function name(): string
    {
        return 'instructions';
    }

    public function title(): string
    {
        return 'CLI loop, instructions per call';
    }

    public function run(Session $session): Outcome
    {
        $counts = new Counts($session->tools, $session->php);
        $nginx = new Nginx($session->tools);
        $settings = $nginx->settings();
        $loops = (new CallLoops($session->tools, $session->php))->all();
        $contenders = array_map(
            static fn (\Closure $loop): \Closure => static fn (): array => [
                'instructions' => $counts->callInstructions($loop, $settings),
                'allocations' => $counts->callAllocations($loop, $settings),
            ],
            $loops,
        );
        $connections = [];
        foreach ($loops as $label => $loop) {
            $requests = $counts->callsOnTheWire($label, $loop, self::CALLS);
            $connections[$label] = new Sample([LoggedRequest::connections($requests)]);
        }
        $found = $session->interleave(self::REPETITIONS, $contenders);
        $instructions = $found['instructions'];
        $ours = $instructions['aurpay'];

        return new Outcome(
            [
                new Table('Instructions per call', '', $instructions, $this->name()),
                new Table('Allocations per call (those of PHP and those of libc)', '', $found['allocations']),
                new Table('Connections for ' . self::CALLS . ' calls', '', $connections),
            ],
            [
                Verdict::atMost(1.02, CallLoops::JSON_LIMIT, $ours, $instructions[CallLoops::JSON_LIMIT]),
                Verdict::more(5000, 'a client that lives', $instructions[CallLoops::NEW_CLIENT], $ours),
            ],
        );
    }
}
