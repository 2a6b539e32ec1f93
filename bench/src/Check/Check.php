<?php

declare(strict_types=1);

namespace AurpayBench\Check;

use AurpayBench\{Command, Failure, Machine, Tools};

/**
 * ./dev bench --check: no counted figure may be worse than the baseline's by more than 5 %. What the server has counted
 * must be the same.
 */
final readonly class Check
{
    private const WORSE = 1.05;
    /** How exactly round trips are measured. */
    private const MEASURED_TO = 0.3;
    /** Bare C does not depend on our sources. If its cost differs more than this, something else is different. */
    private const LIMIT_MOVED = 0.02;

    private string $file;

    public function __construct(private Tools $tools)
    {
        $this->file = "{$tools->root}/bench/baseline.json";
    }

    public function update(): void
    {
        $figures = new Figures($this->tools);
        $combination = Machine::combination($this->tools)->facts;
        (new Baseline($combination, round($figures->limit()), $figures->measure()))->write($this->file);
        echo "written to bench/baseline.json\n";
    }

    /** Returns whether every figure is as it should be. */
    public function run(): bool
    {
        $figures = new Figures($this->tools);
        $expected = $this->expected(Baseline::read($this->file), $figures->limit());
        $found = $figures->measure();
        if (array_keys($expected) !== array_keys($found)) {
            throw new Failure('the baseline has other figures than this check: run ./dev bench --update-baseline');
        }
        $failed = 0;
        printf("%-50s %12s %12s %9s\n", 'counted', 'baseline', 'now', 'change');
        foreach ($found as $name => $now) {
            $isPassed = self::isPassed($name, $expected[$name], $now);
            $failed += $isPassed ? 0 : 1;
            $change = $expected[$name] > 0.0 ? ($now / $expected[$name] - 1) * 100 : 0.0;
            $word = $isPassed ? '' : 'FAILED';
            printf("%-50s %12.2f %12.2f %+8.1f%% %s\n", $name, $expected[$name], $now, $change, $word);
        }
        if ($failed > 0) {
            echo "More than 5 % (round trips: 0.3) worse, or another number of requests or connections. If this is intended, run\n",
            "./dev bench --update-baseline and explain it in the commit message.\n";
        }
        printf("%d passed, %d failed\n", count($found) - $failed, $failed);

        return $failed === 0;
    }

    private static function isPassed(string $name, float $expected, float $now): bool
    {
        return match (preg_replace('~ of .*~', '', $name)) {
            'requests', 'connections' => $now === $expected,
            'round trips' => $now <= $expected + self::MEASURED_TO,
            default => $now <= $expected * self::WORSE,
        };
    }

    /**
     * Returns the committed figures, if they were counted with the same libraries. Otherwise they cannot be compared:
     * then this builds the sources of the baseline's commit and counts them here.
     *
     * @return array<string, float>
     */
    private function expected(Baseline $baseline, float $limit): array
    {
        $differences = $baseline->differences(Machine::combination($this->tools));
        $moved = $limit / $baseline->limit - 1;
        if ($differences === [] && abs($moved) > self::LIMIT_MOVED) {
            $differences[] = sprintf('bare C costs %+.1f %%, although the versions are the same', $moved * 100);
        }
        if ($differences === []) {
            return $baseline->figures;
        }
        echo "The baseline was counted with other versions (", implode('; ', $differences), ").\n",
        "So its sources are built and counted here.\n";

        return (new Figures($this->tools->withExtensions(...$this->buildReference())))->measure();
    }

    /**
     * Builds the sources of the commit that last changed the baseline.
     *
     * @return array{string, string} the paths of the extension, and of its build that keeps easy handles
     */
    private function buildReference(): array
    {
        if ($this->git('rev-parse', '--is-shallow-repository') !== 'false') {
            throw new Failure('the sources of the baseline are in the history, but this is a shallow clone');
        }
        $commit = $this->git('log', '-1', '--format=%H', '--', 'bench/baseline.json');
        if ($commit === '' || $this->git('status', '--porcelain', '--', 'bench/baseline.json') !== '') {
            throw new Failure('the baseline is not committed, so its sources are unknown');
        }
        $folder = "{$this->tools->folder}/reference";
        Command::output(['rm', '-rf', $folder]);
        mkdir($folder, 0o755, true);
        $this->git('archive', "--output={$folder}/sources.tar", $commit);
        Command::output(['tar', '-xf', "{$folder}/sources.tar", '-C', $folder]);

        $build = ['bash', "{$folder}/scripts/build.sh", '--print-path', '--dir'];
        $keeping = ['env', 'CFLAGS=-O2 -g -DAURPAY_BENCH_KEEPS_HANDLES', ...$build, 'keeping-handles'];

        return [trim(Command::output([...$build, 'bench'])), trim(Command::output($keeping))];
    }

    private function git(string ...$words): string
    {
        return trim(Command::output(['git', '-C', $this->tools->root, ...array_values($words)]));
    }
}
