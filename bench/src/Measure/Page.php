<?php

declare(strict_types=1);

namespace AurpayBench\Measure;

use AurpayBench\{Measure, Outcome, PageCounts, Pages, Sample, Session, Table, Verdict};
use AurpayBench\Server\LoggedRequest;

/** What a page with one call costs a php-fpm worker, counted. */
final readonly class Page implements Measure
{
    private const REPETITIONS = 3;

    public function name(): string
    {
        return 'page';
    }

    public function title(): string
    {
        return 'what a page with one call costs, more than an empty page';
    }

    public function run(Session $session): Outcome
    {
        $pages = Pages::best($session->php);
        $counts = new PageCounts($session->tools, $session->php);
        $counted = $session->interleave(self::REPETITIONS, array_map(
            static fn (string $page): \Closure => static fn (): array => [
                'instructions' => $counts->instructions($page),
                'system calls' => $counts->systemCalls($page),
            ] + $counts->memory($page),
            $pages,
        ));
        $instructions = self::aboveEmpty($counted['instructions']);

        return new Outcome(
            [
                new Table('Instructions in user space', '', $instructions, $this->name()),
                new Table('System calls', '', self::aboveEmpty($counted['system calls'])),
                new Table('Memory of a worker that is its own', 'KB', self::aboveEmpty($counted['private'])),
                new Table('Connections for 10 pages in one worker', '', self::connections($counts, $pages)),
            ],
            [
                Verdict::atMost(1.15, Pages::LIMIT, $instructions[Pages::OURS], $instructions[Pages::LIMIT]),
                Verdict::atMost(1.15, Pages::SIGNED_LIMIT, $instructions[Pages::OURS], $instructions[Pages::SIGNED_LIMIT]),
            ],
        );
    }

    /**
     * @param array<string, Sample> $rows
     * @return array<string, Sample> without the empty page, which is subtracted in each repetition
     */
    private static function aboveEmpty(array $rows): array
    {
        $empty = $rows[Pages::EMPTY]->values;
        unset($rows[Pages::EMPTY]);

        return array_map(
            static fn (Sample $row): Sample => new Sample(array_map(
                static fn (int|float $value, int|float $nothing): int|float => $value - $nothing,
                $row->values,
                $empty,
            )),
            $rows,
        );
    }

    /**
     * @param array<string, string> $pages
     * @return array<string, Sample>
     */
    private static function connections(PageCounts $counts, array $pages): array
    {
        unset($pages[Pages::EMPTY]);

        return array_map(
            static fn (string $page): Sample => new Sample([LoggedRequest::connections($counts->onTheWire($page))]),
            $pages,
        );
    }
}
