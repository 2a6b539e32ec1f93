<?php

// For docs.sh: the figures in README.md's table and in docs/faults.md are those of the kept results of ./dev faults --peers
// --php 8.5 and ./dev bench --php-8.5. Prints what differs.
//
// usage: php figures.php FAULTS BENCH README PAGE

declare(strict_types=1);

namespace AurpayDocs;

use AurpayBench\Pages;
use AurpayBench\Sample;
use AurpayTest\Faults\Web\Arrival;
use AurpayTest\Faults\Web\Comparison;
use AurpayTest\Faults\Web\Contender;

require __DIR__ . '/../../bench/autoload.php';
require __DIR__ . '/../../tests/faults/suite/web/load.php';
require __DIR__ . '/../../tests/faults/suite/web/Comparison.php';

/** The rows of README's table: how they begin, and the client in the faults and in the bench. */
const ROWS = [
    '~^\| aurpay ~' => [Contender::Aurpay, Pages::OURS],
    '~^\| ext-curl[^|]*persistent share ~' => [Contender::PersistentCurl, Pages::SHARE],
    '~^\| Symfony[^|]*persistent share ~' => [Contender::PersistentSymfony, 'Symfony, persistent share'],
    '~^\| Guzzle[^|]*persistent share ~' => [Contender::PersistentGuzzle, 'Guzzle, persistent share'],
    '~^\| ext-curl[^|]*a connection for each page ~' => [Contender::Curl, Pages::NO_SHARE],
];

/** The cells of the one row that begins so, but the first. */
function cells(string $text, string $pattern): string
{
    $rows = array_values(preg_grep($pattern, explode("\n", $text)) ?: []);

    return match (count($rows)) {
        1 => implode(' | ', array_slice(explode(' | ', str_replace('**', '', trim($rows[0], '| '))), 1)),
        0 => 'no row',
        default => 'more than one row',
    };
}

/**
 * The median of a contender, rounded.
 *
 * @param array<string, array{tables: list<array{title: string, values: array<string, non-empty-list<float>>}>}> $measures
 */
function median(array $measures, string $measure, string $title, string $contender, int $precision): string
{
    foreach ($measures[$measure]['tables'] as $table) {
        if ($table['title'] === $title) {
            return number_format(round((new Sample($table['values'][$contender]))->median(), $precision));
        }
    }

    throw new \RuntimeException("{$measure} has no table {$title}");
}

/** @var array{string, string, string, string, string} $argv */
[, $file, $bench, $readme, $page] = $argv;
/**
 * @var array{command: string, versions: array<string, string>,
 *     contenders: array<string, array<string, array<string, int>>>} $results
 */
$results = json_decode((string) file_get_contents($file), true, 512, JSON_THROW_ON_ERROR);
$comparison = Comparison::fromArray($results['contenders']);
$problems = [];
$text = (string) file_get_contents($page);
$versions = $results['versions'];
$wanted = [
    "`{$results['command']}`",
    "PHP {$versions['php']}, libcurl {$versions['libcurl']}, Guzzle {$versions['guzzlehttp/guzzle']}, "
        . "Symfony HttpClient {$versions['symfony/http-client']}",
];
foreach ($wanted as $words) {
    // A page breaks long lines.
    if (!str_contains((string) preg_replace('~\s+~', ' ', $text), $words)) {
        $problems[] = "{$page} does not say: {$words}";
    }
}
foreach ([$comparison->table(), $comparison->tableAround()] as $table) {
    if (!str_contains($text, "\n\n{$table}\n")) {
        $problems[] = "{$page} does not have this table:\n{$table}";
    }
}
/**
 * @var array{measures: array<string, array{tables: list<array{title: string, values: array<string, non-empty-list<float>>}>}>} $measured
 */
$measured = json_decode((string) file_get_contents($bench), true, 512, JSON_THROW_ON_ERROR);
$text = (string) file_get_contents($readme);
foreach (ROWS as $pattern => [$contender, $label]) {
    $counts = $comparison->of($contender, Arrival::Before);
    $right = implode(' | ', [
        median($measured['measures'], 'throughput-best', 'Requests per second', $label, -1),
        median($measured['measures'], 'page', 'Instructions in user space', $label, -3),
        median($measured['measures'], 'page', 'Connections for 10 pages in one worker', $label, 0),
        number_format($counts->of('executedTwice')),
        number_format($counts->of('otherAnswerTaken')),
    ]);
    $shown = cells($text, $pattern);
    if ($shown !== $right) {
        $problems[] = "{$readme}, {$contender->value}: {$shown}, and it is {$right}";
    }
}
foreach ($problems as $problem) {
    echo "{$problem}\n";
}
exit($problems === [] ? 0 : 1);
