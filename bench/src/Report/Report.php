<?php

declare(strict_types=1);

namespace AurpayBench\Report;

use AurpayBench\{Machine, Measure, Outcome, Sample, Table, Verdict};

/** The results of a run, as Markdown, JSON and charts. */
final class Report
{
    /** @var array<string, Outcome> */
    private array $outcomes = [];

    /**
     * @param array<string, Measure> $measures
     * @param string $readme a link to bench/README.md
     */
    public function __construct(
        private readonly array $measures,
        private readonly Machine $machine,
        private readonly string $readme,
    ) {}

    public function add(Measure $measure, Outcome $outcome): void
    {
        $this->outcomes[$measure->name()] = $outcome;
    }

    public function isComplete(): bool
    {
        return count($this->outcomes) === count($this->measures);
    }

    /** Writes results.md, results.json and the charts. */
    public function write(string $folder): void
    {
        if (!is_dir($folder)) {
            mkdir($folder, 0o755, true);
        }
        foreach (glob("{$folder}/*.svg") ?: [] as $chart) {
            unlink($chart);
        }
        $php = implode('.', array_slice(explode('.', $this->machine->facts['PHP']), 0, 2));
        foreach ($this->outcomes as $name => $outcome) {
            foreach ($outcome->tables as $table) {
                if ($table->chart !== null) {
                    $svg = Chart::svg("{$this->measures[$name]->title()}, PHP {$php}", $table);
                    file_put_contents("{$folder}/{$table->chart}.svg", $svg);
                }
            }
        }
        file_put_contents("{$folder}/results.md", $this->markdown());
        file_put_contents("{$folder}/results.json", $this->json());
    }

    public function markdown(): string
    {
        $text = "# Results\n\nMade by `./dev bench`; [README.md]({$this->readme}) says how each figure is taken.\n"
            . "Targets are judged by medians.\n\n" . $this->machine() . "\n" . $this->summary();
        foreach ($this->outcomes as $name => $outcome) {
            $text .= "\n## {$name}: {$this->measures[$name]->title()}\n";
            foreach ($outcome->tables as $table) {
                $text .= "\n" . self::table($table);
            }
        }

        return $text;
    }

    /** The table of all measures: the medians of each measure's first table, and the targets. */
    public function summary(): string
    {
        $text = "| Measure | Medians | Target | Reached? |\n|---|---|---|---|\n";
        foreach ($this->measures as $name => $measure) {
            $outcome = $this->outcomes[$name] ?? null;
            $targets = array_map(
                static fn (Verdict $verdict): string => $verdict->target,
                $outcome->verdicts ?? [],
            );
            $findings = array_map(
                static fn (Verdict $verdict): string => ($verdict->isReached ? 'yes' : '**no**') . ": {$verdict->value}",
                $outcome->verdicts ?? [],
            );
            $text .= sprintf(
                "| `%s`: %s | %s | %s | %s |\n",
                $name,
                $measure->title(),
                $outcome === null ? '**not measured**' : self::medians($outcome->tables[0]),
                implode('<br>', $targets),
                implode('<br>', $findings),
            );
        }

        return $text;
    }

    private static function medians(Table $table): string
    {
        $medians = [];
        foreach ($table->rows as $label => $sample) {
            $medians[] = "{$label} " . rtrim(Number::format($sample->median(), $table) . " {$table->unit}");
        }

        return implode('<br>', $table->isSeries ? [$medians[0], end($medians)] : $medians);
    }

    public static function table(Table $table): string
    {
        $unit = $table->unit === '' ? '' : " ({$table->unit})";
        $text = "| {$table->title}{$unit} | median | least – most |\n|---|---:|---:|\n";
        foreach ($table->rows as $label => $sample) {
            $text .= sprintf(
                "| %s | %s | %s – %s |\n",
                $label,
                Number::format($sample->median(), $table),
                Number::format($sample->min(), $table),
                Number::format($sample->max(), $table),
            );
        }

        return $text;
    }

    private function machine(): string
    {
        $text = "| Machine | |\n|---|---|\n";
        foreach ($this->machine->facts as $name => $value) {
            $text .= "| {$name} | {$value} |\n";
        }

        return $text;
    }

    private function json(): string
    {
        $measures = array_map(
            static fn (Outcome $outcome): array => [
                'verdicts' => array_map(get_object_vars(...), $outcome->verdicts),
                'tables' => array_map(
                    static fn (Table $table): array => [
                        'title' => $table->title,
                        'unit' => $table->unit,
                        'values' => array_map(static fn (Sample $sample): array => $sample->values, $table->rows),
                    ],
                    $outcome->tables,
                ),
            ],
            $this->outcomes,
        );
        $flags = JSON_THROW_ON_ERROR | JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES;

        return json_encode(
            ['machine' => $this->machine->facts, 'measures' => $measures],
            $flags,
        ) . "\n";
    }
}
