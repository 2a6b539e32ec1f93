<?php

// For docs.sh: the figures of ./dev faults --peers --php 8.5 in README.md and docs/faults.md are those of the run whose
// results are kept in tests/faults/results. Prints what differs.
//
// usage: php figures.php RESULTS README PAGE

declare(strict_types=1);

namespace AurpayDocs;

use AurpayTest\Faults\Web\Arrival;
use AurpayTest\Faults\Web\Comparison;
use AurpayTest\Faults\Web\Contender;

require __DIR__ . '/../../tests/faults/suite/web/load.php';
require __DIR__ . '/../../tests/faults/suite/web/Comparison.php';

/** The rows of README's table: how they begin, and the client. */
const ROWS = [
    '~^\| aurpay ~' => Contender::Aurpay,
    '~^\| ext-curl[^|]*persistent share ~' => Contender::PersistentCurl,
    '~^\| Symfony[^|]*persistent share ~' => Contender::PersistentSymfony,
    '~^\| Guzzle[^|]*persistent share ~' => Contender::PersistentGuzzle,
    '~^\| ext-curl[^|]*a connection for each page ~' => Contender::Curl,
];

/** The last two cells of the one row that begins so. */
function last_cells(string $text, string $pattern): string
{
    $rows = array_values(preg_grep($pattern, explode("\n", $text)) ?: []);

    return count($rows) === 1 ? implode(' | ', array_slice(explode(' | ', str_replace('**', '', trim($rows[0], '| '))), -2)) : 'no row';
}

/** @var array{string, string, string, string} $argv */
[, $file, $readme, $page] = $argv;
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
$text = (string) file_get_contents($readme);
foreach (ROWS as $pattern => $contender) {
    $counts = $comparison->of($contender, Arrival::Before);
    $right = number_format($counts->of('executedTwice')) . ' | ' . number_format($counts->of('otherAnswerTaken'));
    $shown = last_cells($text, $pattern);
    if ($shown !== $right) {
        $problems[] = "{$readme}, {$contender->value}: {$shown}, and it is {$right}";
    }
}
foreach ($problems as $problem) {
    echo "{$problem}\n";
}
exit($problems === [] ? 0 : 1);
