<?php

declare(strict_types=1);

namespace AurpayBench\Measure;

use AurpayBench\{Command, Counts, Measure, Outcome, Php, Sample, Session, Table, Verdict};
use AurpayBench\Server\Fpm;

/** A worker that loads the extension and never calls. */
final readonly class Idle implements Measure
{
    private const WORKERS = 9;
    private const STARTS = 41;
    private const STARTS_AT_ONCE = 8;
    private const KILOBYTES = 200.0;
    private const MILLISECONDS = 0.5;
    private const BASES = [
        'PHP' => 'PHP, aurpay',
        'PHP, libcurl' => 'PHP, aurpay',
        'PHP, ext-curl' => 'PHP, ext-curl, aurpay',
    ];

    public function name(): string
    {
        return 'idle';
    }

    public function title(): string
    {
        return 'a worker that loads the extension and never calls';
    }

    public function run(Session $session): Outcome
    {
        $counts = new Counts($session->tools, $session->php);
        $extension = $session->tools->extension;
        $extensions = [
            'PHP' => [],
            // An extension that only links and starts libcurl and OpenSSL.
            'PHP, libcurl' => [$session->tools->bare],
            'PHP, aurpay' => [$extension],
            'PHP, ext-curl' => ['curl'],
            'PHP, ext-curl, aurpay' => ['curl', $extension],
        ];
        $workers = $session->interleave(self::WORKERS, array_map(
            static fn (array $extensions): \Closure => static fn (): array => self::worker($session, $extensions),
            $extensions,
        ));
        $starts = $session->interleave(self::STARTS, array_map(
            static fn (array $extensions): \Closure => static fn (): array => self::start($session, $extensions),
            $extensions,
        ));
        $instructions = $session->interleave(1, array_map(
            static fn (array $extensions): \Closure => static fn (): array => [
                'instructions' => $counts->startInstructions($extensions),
            ],
            $extensions,
        ))['instructions'];
        $verdicts = [];
        foreach (self::BASES as $without => $with) {
            $memory = $workers['rss'][$with]->median() - $workers['rss'][$without]->median();
            $start = $starts['wall ms'][$with]->median() - $starts['wall ms'][$without]->median();
            $verdicts[] = Verdict::amount(self::KILOBYTES, 'KB', "more RSS than {$without}", $memory);
            $verdicts[] = Verdict::amount(self::MILLISECONDS, 'ms', "more start than {$without}", $start);
        }

        return new Outcome(
            [
                new Table('Resident memory of a php-fpm worker', 'KB', $workers['rss']),
                new Table('of it private to the worker', 'KB', $workers['private']),
                new Table('of it shared with its master or others', 'KB', $workers['shared']),
                new Table('Start and end of PHP, wall time', 'ms', $starts['wall ms']),
                new Table('Start and end of PHP, processor time', 'ms', $starts['processor ms']),
                new Table('Start and end of PHP, instructions', '', $instructions),
            ],
            $verdicts,
        );
    }

    /**
     * @param list<string> $extensions
     * @return array<string, int|float>
     */
    private static function worker(Session $session, array $extensions): array
    {
        $numbers = (new Fpm($session->tools, Php::with($session->tools, $extensions), 1))->worker();
        unset($numbers['process']);

        return $numbers;
    }

    /**
     * @param list<string> $extensions
     * @return array{'wall ms': float, 'processor ms': float} of the median of some starts, and of all on average
     */
    private static function start(Session $session, array $extensions): array
    {
        $command = Php::with($session->tools, $extensions)->code('');
        $times = [];
        $used = self::processorSeconds();
        do {
            $began = hrtime(true);
            Command::output($command);
            $times[] = (hrtime(true) - $began) / 1e6;
        } while (count($times) < self::STARTS_AT_ONCE);

        return [
            'wall ms' => (new Sample($times))->median(),
            'processor ms' => (self::processorSeconds() - $used) * 1e3 / self::STARTS_AT_ONCE,
        ];
    }

    /** The processor time of all child processes that have ended. */
    private static function processorSeconds(): float
    {
        /** @var array<string, int> $usage */
        $usage = getrusage(1);

        return $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']
            + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e6;
    }
}
