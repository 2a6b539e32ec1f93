<?php

declare(strict_types=1);

namespace AurpayDocs;

/** Counts the checks of blocks, and prints what failed and what was not run. */
final class Report
{
    private int $passed = 0;
    private int $failed = 0;
    /** @var array<string, int> */
    private array $counts = [];
    /** @var array<string, true> */
    private array $failures = [];
    /** @var array<string, list<string>> reason => blocks */
    private array $notRun = [];

    /** @param string $why empty if the check has passed */
    public function result(string $kind, Block $block, string $why, string $what = ''): void
    {
        if ($why === '') {
            ++$this->passed;
            $this->counts[$kind] = ($this->counts[$kind] ?? 0) + 1;

            return;
        }
        ++$this->failed;
        $this->failures[(string) $block] = true;
        echo "FAILED {$block}: {$kind}", $what === '' ? '' : ", {$what}", "\n", preg_replace('~^~m', '    ', rtrim($why)), "\n";
    }

    public function hasFailed(Block $block): bool
    {
        return isset($this->failures[(string) $block]);
    }

    public function notRun(Block $block, string $reason): void
    {
        $this->notRun[$reason][] = (string) $block;
    }

    /** @return int the exit status */
    public function finish(): int
    {
        foreach ($this->notRun as $reason => $blocks) {
            echo 'not run, ', count($blocks), ': ', $reason, "\n    ", implode("\n    ", $blocks), "\n";
        }
        foreach ($this->counts as $kind => $count) {
            echo "{$kind}: {$count}\n";
        }
        echo 'blocks that are not run: ', array_sum(array_map(count(...), $this->notRun)), "\n";
        echo "{$this->passed} passed, {$this->failed} failed\n";

        return $this->failed === 0 && $this->passed > 0 ? 0 : 1;
    }
}
