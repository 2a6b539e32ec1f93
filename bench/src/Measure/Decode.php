<?php

declare(strict_types=1);

namespace AurpayBench\Measure;

use AurpayBench\{Command, Counts, Measure, OrderPages, Outcome, Sample, Session, Table, Verdict};

/** Decoding a page of 100 orders: aurpay with exact amounts, json_decode() without. */
final readonly class Decode implements Measure
{
    private const REPETITIONS = 9;
    private const COUNTED_REPETITIONS = 3;
    private const DECODERS = ['json_decode() to arrays' => 'json_decode', 'aurpay' => 'aurpay'];

    public function name(): string
    {
        return 'decode';
    }

    public function title(): string
    {
        return 'a page of 100 orders decoded, exact';
    }

    public function run(Session $session): Outcome
    {
        $pages = new OrderPages($session->tools);
        [$tables, $verdicts] = [[], []];
        foreach (['all amounts strings' => false, 'half of them numbers' => true] as $words => $hasNumbers) {
            $instructions = $this->count($session, $pages, $hasNumbers);
            $times = $this->time($session, $pages, $hasNumbers);
            foreach (['instructions' => $instructions, 'wall time' => $times] as $what => $rows) {
                $of = "json_decode(), {$what}, {$words}";
                $verdicts[] = Verdict::atMost(1.05, $of, $rows['aurpay'], $rows['json_decode() to arrays']);
            }
            $tables[] = new Table("Instructions per page, {$words}", '', $instructions);
            $tables[] = new Table("Wall time per page, {$words}", 'µs', $times);
        }

        return new Outcome($tables, $verdicts);
    }

    /** @return array<string, Sample> */
    private function count(Session $session, OrderPages $pages, bool $hasNumbers): array
    {
        $counts = new Counts($session->tools, $session->php);

        return $session->interleave(self::COUNTED_REPETITIONS, array_map(
            static fn (string $decoder): \Closure => static fn (): array => [
                'instructions' => $counts->decodeInstructions($decoder, $pages, $hasNumbers),
            ],
            self::DECODERS,
        ))['instructions'];
    }

    /** @return array<string, Sample> */
    private function time(Session $session, OrderPages $pages, bool $hasNumbers): array
    {
        $turns = $session->scale(3000, 300);
        $time = static function (string $decoder, string $file) use ($session, $turns): float {
            $loop = Command::numbers($session->php->program('decode.php', $decoder, $file, $turns));

            return $loop['nanoseconds'] / $loop['turns'] / 1e3;
        };
        [$full, $empty] = [$pages->sample($hasNumbers), $pages->emptySample()];

        return $session->interleave(self::REPETITIONS, array_map(
            static fn (string $decoder): \Closure => static fn (): array => [
                'µs' => $time($decoder, $full) - $time($decoder, $empty),
            ],
            self::DECODERS,
        ))['µs'];
    }
}
