<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

/** The results of a run, for people. */
final class Summary
{
    /** Prints a line for each fault, and "N passed, N failed"; returns whether none failed. */
    public static function table(Tally $tally, int $calls): bool
    {
        $format = "%-52s %6s %6s %6s %6s  %s\n";
        printf($format, 'fault', 'reads', 'others', 'once', 'twice', 'what the others reported');
        [$passed, $failed] = [0, 0];
        foreach (array_unique(array_map(static fn (Fault $fault): string => $fault->name, Table::rows())) as $name) {
            $row = $tally->faults[$name] ?? null;
            $isGood = $row !== null && $row['problems'] === 0;
            $isGood ? $passed++ : $failed++;
            if ($row === null) {
                echo "{$name}: no call met it\n";
                continue;
            }
            $told = self::told($row['told']) . ($isGood ? '' : "  UNEXPECTED: {$row['problems']}");
            printf($format, $name, $row['calls'] - $row['others'], $row['others'], $row['once'], $row['more'], $told);
        }
        $missing = self::missing($tally);
        foreach ($missing as $one) {
            echo "{$one}\n";
        }
        self::totals($tally);
        $isWhole = $missing === [] && $tally->total('calls') - $tally->repeated === $calls;
        printf("%d passed, %d failed\n", $passed + (int) $isWhole, $failed + (int) !$isWhole);

        return $failed === 0 && $isWhole;
    }

    /** @return list<string> the endpoints that were never called */
    public static function missing(Tally $tally): array
    {
        $missing = Endpoints::differences(Calls::all());
        foreach (Calls::all() as $call) {
            if (!$call->isRead && !isset($tally->calls[$call->name])) {
                $missing[] = "{$call->name} was never called";
            }
        }

        return $missing;
    }

    /**
     * Prints the clients side by side, as Markdown.
     *
     * @param array<string, Tally> $tallies
     */
    public static function comparison(array $tallies): void
    {
        $rows = [
            'calls' => static fn (Tally $tally): int => $tally->total('calls'),
            'of them not reads' => static fn (Tally $tally): int => $tally->total('others'),
            '**executed twice**' => static fn (Tally $tally): int => $tally->total('more'),
            '… and reported as a success' =>
                static fn (Tally $tally): int => $tally->reported(Report::Success, 2, true),
            '… and reported as refused or not connected' =>
                static fn (Tally $tally): int => $tally->reported(Report::NotExecuted, 2, true),
            'executed once, reported as refused or not connected' =>
                static fn (Tally $tally): int => $tally->reported(Report::NotExecuted, 1),
            'executed once, reported as a failure like any other' =>
                static fn (Tally $tally): int => $tally->reported(Report::Failed, 1),
            'not executed, reported as a failure like any other' =>
                static fn (Tally $tally): int => $tally->reported(Report::Failed, 0),
            'executed once, reported as unknown' =>
                static fn (Tally $tally): int => $tally->reported(Report::Unknown, 1),
            'not executed, reported as unknown' =>
                static fn (Tally $tally): int => $tally->reported(Report::Unknown, 0),
            'executed once, reported as a success' =>
                static fn (Tally $tally): int => $tally->reported(Report::Success, 1),
            'not executed, reported as a success' =>
                static fn (Tally $tally): int => $tally->reported(Report::Success, 0),
            'not executed, reported as refused or not connected' =>
                static fn (Tally $tally): int => $tally->reported(Report::NotExecuted, 0),
        ];
        echo '| | ', implode(' | ', array_keys($tallies)), " |\n|---|", str_repeat('---:|', count($tallies)), "\n";
        foreach ($rows as $name => $count) {
            echo "| {$name} | ", implode(' | ', array_map($count, $tallies)), " |\n";
        }
    }

    private static function totals(Tally $tally): void
    {
        printf(
            "%d calls, %d of them not reads: %d executed once, %d more than once\n",
            $tally->total('calls'),
            $tally->total('others'),
            $tally->total('once'),
            $tally->total('more'),
        );
        foreach ([Report::Success, Report::NotExecuted, Report::Unknown] as $report) {
            printf(
                "  reported as %s: %d executed, %d not\n",
                $report->value,
                $tally->reported($report, 1, true),
                $tally->reported($report, 0),
            );
        }
        if ($tally->repeated > 0) {
            echo "  {$tally->repeated} repeated with more time because the machine was too busy\n";
        }
    }

    /** @param array<string, int> $told */
    private static function told(array $told): string
    {
        arsort($told);
        $words = [];
        foreach ($told as $name => $count) {
            $words[] = "{$name} {$count}";
        }

        return implode(', ', $words);
    }
}
