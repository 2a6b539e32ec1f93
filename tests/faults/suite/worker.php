<?php

/*
 * Makes a share of the calls with one client over one transport, and reports its progress in lines of JSON.
 *
 * usage: php worker.php '{"client": "aurpay", "transport": "tls", "calls": 100, "seed": 1, "guzzle": null}'
 */

declare(strict_types=1);

namespace AurpayTest\Faults;

use function AurpayTest\fault_server;

require __DIR__ . '/load.php';

/** @var array{client: string, transport: string, calls: int, seed: int, guzzle: ?string} $task */
$task = json_decode($argv[1] ?? '', true, 512, JSON_THROW_ON_ERROR);
$transport = Transport::from($task['transport']);
$server = fault_server(...$transport->serverOptions());
$rows = Table::rows();
if ($task['guzzle'] !== null) {
    require_once $task['guzzle'];
    require_once __DIR__ . '/Request.php';
    require_once __DIR__ . '/Verdict.php';
    require_once __DIR__ . '/ExtCurl.php';
    require_once __DIR__ . '/Guzzle.php';
    $rows = array_values(array_filter($rows, static fn (Fault $fault): bool => !$fault->isEndless));
}
$caller = match ($task['client']) {
    'aurpay' => new Extension($server),
    'ext-curl' => new ExtCurl($server),
    'guzzle' => new Guzzle($server, $transport),
    default => throw new \InvalidArgumentException("there is no client '{$task['client']}'"),
};
$runner = new Runner($server, $caller, $caller instanceof Extension);
$planner = new Planner($transport, $rows, Calls::all(), $task['seed']);
$runner->run($planner, $task['calls'], static function (int $calls): void {
    // When the parent was ended, nobody needs the rest.
    @fwrite(STDOUT, json_encode(['done' => $calls]) . "\n") !== false || exit(1);
});
$server->stop();
echo json_encode(['tally' => $runner->tally, 'problems' => $runner->problems], JSON_THROW_ON_ERROR), "\n";
