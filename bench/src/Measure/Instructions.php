<?php

declare(strict_types=1);

namespace AurpayBench\Measure;

use AurpayBench\{Counts, Failure, Measure, Outcome, Sample, Session, Table, Verdict};
use AurpayBench\Server\{LoggedRequest, Nginx};

/** The counted instructions of a call. */
final readonly class Instructions implements Measure
{
    private const REPETITIONS = 3;
    private const CALLS = 100;
    private const LIMIT = 'bare C, signed once';
    private const SIGNING_LIMIT = 'bare C, signing each call';
    private const NEW_CLIENT = 'aurpay, a new client each time';

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
        $contenders = [
            self::LIMIT => static fn (): array => [
                'instructions' => $counts->limitInstructions('once', $settings),
                'allocations' => $counts->limitAllocations('once', $settings),
            ],
            self::SIGNING_LIMIT => static fn (): array => [
                'instructions' => $counts->limitInstructions('each', $settings),
                'allocations' => $counts->limitAllocations('each', $settings),
            ],
        ];
        $contenders[Session::JSON_LIMIT] = static fn (): array => [
            'instructions' => $counts->jsonLimitInstructions($settings),
            'allocations' => $counts->jsonLimitAllocations($settings),
        ];
        foreach ($session->labels() + ['NewAurpay' => self::NEW_CLIENT] as $contender => $label) {
            $contenders[$label] = static fn (): array => [
                'instructions' => $counts->callInstructions($contender, $settings),
                'allocations' => $counts->callAllocations($contender, $settings),
            ];
        }
        $found = $session->interleave(self::REPETITIONS, $contenders);
        $instructions = $found['instructions'];
        $ours = $instructions['aurpay'];

        return new Outcome(
            [
                new Table('Instructions per call', '', $instructions, $this->name()),
                new Table('Allocations per call (those of PHP and those of libc)', '', $found['allocations']),
                new Table('Connections for ' . self::CALLS . ' calls', '', self::connections($session, $counts)),
            ],
            [
                Verdict::atMost(1.02, Session::JSON_LIMIT, $ours, $instructions[Session::JSON_LIMIT]),
                Verdict::more(5000, 'a client that lives', $instructions[self::NEW_CLIENT], $ours),
            ],
        );
    }

    /**
     * Returns the connections of each contender. Checks that all send the same requests, in the right number.
     *
     * @return array<string, Sample>
     */
    private static function connections(Session $session, Counts $counts): array
    {
        $rows = [];
        $digests = [];
        foreach ($session->labels() as $contender => $label) {
            $requests = $counts->callsOnTheWire($contender, self::CALLS);
            if (count($requests) !== self::CALLS) {
                throw new Failure("{$label} sent " . count($requests) . ' requests for ' . self::CALLS . ' calls');
            }
            foreach ($requests as $request) {
                $digests[$request->bodyDigest] = $label;
            }
            $rows[$label] = new Sample([LoggedRequest::connections($requests)]);
        }
        if (count($digests) !== 1) {
            throw new Failure('the contenders send different bodies: ' . implode(', ', $digests));
        }

        return $rows;
    }
}
