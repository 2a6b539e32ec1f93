<?php

declare(strict_types=1);

namespace AurpayBench\Check;

use AurpayBench\{Failure, Machine};

/** bench/baseline.json: the counted figures, and the versions with which they were counted. */
final readonly class Baseline
{
    /**
     * @param array<string, string> $combination of versions, as Machine::combination() has it
     * @param float $limit instructions of a call of bare C
     * @param array<string, float> $figures
     */
    public function __construct(public array $combination, public float $limit, public array $figures) {}

    public static function read(string $file): self
    {
        $json = is_file($file) ? json_decode((string) file_get_contents($file), true) : null;
        if (!is_array($json) || !is_array($json['counted on'] ?? null) || !is_array($json['figures'] ?? null)) {
            throw new Failure('there is no baseline: run ./dev bench --update-baseline');
        }
        $combination = array_filter($json['counted on'], is_string(...));
        $figures = array_map(self::number(...), $json['figures']);
        $limit = self::number($json['instructions of a call of bare C'] ?? null);

        /** @var array<string, string> $combination */
        /** @var array<string, float> $figures */
        return new self($combination, $limit, $figures);
    }

    private static function number(mixed $figure): float
    {
        return is_int($figure) || is_float($figure)
            ? (float) $figure
            : throw new Failure('the baseline has a figure that is not a number: ' . json_encode($figure));
    }

    public function write(string $file): void
    {
        $json = [
            'counted on' => $this->combination,
            'instructions of a call of bare C' => $this->limit,
            'figures' => $this->figures,
        ];
        $flags = JSON_THROW_ON_ERROR | JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES;
        file_put_contents($file, json_encode($json, $flags) . "\n");
    }

    /**
     * Lists the differences to this machine. If there are none, the figures can be compared with figures counted here.
     *
     * @return list<string>
     */
    public function differences(Machine $here): array
    {
        $differences = [];
        foreach ($here->facts + $this->combination as $name => $_) {
            [$then, $now] = [$this->combination[$name] ?? 'nothing', $here->facts[$name] ?? 'nothing'];
            if ($then !== $now) {
                $differences[] = "{$name}: {$then}, here {$now}";
            }
        }

        return $differences;
    }
}
