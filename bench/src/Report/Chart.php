<?php

declare(strict_types=1);

namespace AurpayBench\Report;

use AurpayBench\{Sample, Table};

/**
 * Draws a table as bars, in SVG: the medians, each with a line from the minimum to the maximum. It has its own
 * background, which follows the reader's dark mode, so that it is readable on any page.
 */
final readonly class Chart
{
    private const WIDTH = 720;
    private const MARGIN = 16;
    private const GAP = 10;
    /** About the widest that a character is on average, in the fonts that a browser takes for sans-serif. */
    private const CHARACTER = 7;
    private const RIGHT = 110;
    private const TOP = 52;
    private const ROW = 30;
    private const BAR = 18;

    private const STYLE = <<<'CSS'
        .ground { fill: #ffffff } text { fill: #1f2328; font: 13px sans-serif } .title { font: bold 15px sans-serif }
        .bar { fill: #8c959f } .ours { fill: #0969da } .spread { stroke: #1f2328 } .note { fill: #59636e }
        @media (prefers-color-scheme: dark) {
            .ground { fill: #0d1117 } text { fill: #f0f6fc } .bar { fill: #6e7681 } .ours { fill: #4493f8 }
            .spread { stroke: #f0f6fc } .note { fill: #9198a1 }
        }
        CSS;

    public static function svg(string $title, Table $table): string
    {
        $ends = array_map(static fn (Sample $sample): float => $sample->max(), array_values($table->rows));
        $most = max(PHP_FLOAT_EPSILON, ...$ends);
        $left = self::left(array_keys($table->rows));
        $scale = (self::WIDTH - $left - self::RIGHT) / $most;
        $rows = '';
        $y = self::TOP;
        foreach ($table->rows as $label => $sample) {
            $rows .= self::row($label, $sample, $table, $left, $y, $scale);
            $y += self::ROW;
        }
        $note = "{$table->title}; " . ($table->isMoreBetter ? 'more is better' : 'less is better');

        return sprintf(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img">'
            . "\n<title>%3\$s</title>\n<style>\n%4\$s\n</style>\n"
            . '<rect class="ground" width="%1$d" height="%2$d" rx="6"/>' . "\n"
            . '<text class="title" x="%7$d" y="24">%3$s</text>' . "\n"
            . '<text class="note" x="%7$d" y="42">%5$s</text>' . "\n%6\$s</svg>\n",
            self::WIDTH,
            $y + 12,
            self::escape($title),
            self::STYLE,
            self::escape($note),
            $rows,
            self::MARGIN,
        );
    }

    /**
     * Where the bars begin: the longest label has room before them.
     *
     * @param list<string> $labels
     */
    private static function left(array $labels): int
    {
        return self::MARGIN + self::CHARACTER * max(0, ...array_map(mb_strlen(...), $labels)) + self::GAP;
    }

    private static function row(string $label, Sample $sample, Table $table, int $left, int $y, float $scale): string
    {
        $middle = $y + self::ROW / 2;
        $class = str_starts_with($label, 'aurpay') ? 'bar ours' : 'bar';
        [$from, $to] = [$left + $sample->min() * $scale, $left + $sample->max() * $scale];

        return sprintf(
            '<text x="%d" y="%d" text-anchor="end">%s</text>' . "\n"
            . '<rect class="%s" x="%d" y="%d" width="%.1f" height="%d"/>' . "\n"
            . '<path class="spread" d="M%.1f %dH%.1f"/>' . "\n"
            . '<text x="%.1f" y="%d">%s</text>' . "\n",
            $left - self::GAP,
            $middle + 5,
            self::escape($label),
            $class,
            $left,
            $middle - self::BAR / 2,
            max(1.0, $sample->median() * $scale),
            self::BAR,
            $from,
            $middle,
            $to,
            $to + 8,
            $middle + 5,
            self::escape(rtrim(Number::format($sample->median(), $table) . ' ' . $table->unit)),
        );
    }

    private static function escape(string $text): string
    {
        return htmlspecialchars($text, ENT_XML1 | ENT_QUOTES);
    }
}
