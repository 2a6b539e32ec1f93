<?php

declare(strict_types=1);

namespace AurpayBench\Measure;

use AurpayBench\{Command, Counts, Measure, Outcome, Session, Table, Verdict};

/** Callback::verify(), compared with the same checks in PHP. */
final readonly class CallbackVerify implements Measure
{
    private const REPETITIONS = 9;
    private const COUNTED_REPETITIONS = 3;
    private const BY_HAND = 'hash_hmac(), hash_equals(), date';
    private const VERIFIERS = [self::BY_HAND => 'php', 'aurpay' => 'aurpay'];

    public function name(): string
    {
        return 'callback';
    }

    public function title(): string
    {
        return 'a callback verified';
    }

    public function run(Session $session): Outcome
    {
        $counts = new Counts($session->tools, $session->php);
        $turns = $session->scale(200_000, 20_000);
        $instructions = $session->interleave(self::COUNTED_REPETITIONS, array_map(
            static fn (string $verifier): \Closure => static fn (): array => [
                'instructions' => $counts->verifyInstructions($verifier),
            ],
            self::VERIFIERS,
        ))['instructions'];
        $times = $session->interleave(self::REPETITIONS, array_map(
            static fn (string $verifier): \Closure => static function () use ($session, $verifier, $turns): array {
                $loop = Command::numbers($session->php->program('verify.php', $verifier, $turns));

                return ['µs' => $loop['nanoseconds'] / $loop['turns'] / 1e3];
            },
            self::VERIFIERS,
        ))['µs'];

        return new Outcome(
            [
                new Table('Wall time per callback', 'µs', $times),
                new Table('Instructions per callback', '', $instructions),
            ],
            [
                Verdict::atMost(0.5, 'PHP, wall time', $times['aurpay'], $times[self::BY_HAND]),
                Verdict::atMost(0.5, 'PHP, instructions', $instructions['aurpay'], $instructions[self::BY_HAND]),
            ],
        );
    }
}
