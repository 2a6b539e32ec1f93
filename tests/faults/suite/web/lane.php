<?php

/*
 * Makes a share of the calls with one client, each in a web request of its own, and prints the counts as JSON.
 *
 * usage: php lane.php '{"contender": "aurpay", "name": "1", "calls": 100, "seed": 1, "arrival": "before",
 *                      "packages": "…/autoload.php"}'
 */

declare(strict_types=1);

namespace AurpayTest\Faults\Web;

use AurpayTest\Fpm;

use function AurpayTest\fault_server;

require __DIR__ . '/../../../support/fpm.php';
require __DIR__ . '/load.php';

/** @var array{contender: string, name: string, calls: int, seed: int, arrival: string, packages: string} $task */
$task = json_decode($argv[1] ?? '', true, 512, JSON_THROW_ON_ERROR);
$server = fault_server('--tls', '--keep-alive', (string) Visits::KEEP_ALIVE);
$fpm = Fpm::start(root: __DIR__, extensions: ['curl', 'ctype']);
$query = [
    'contender' => $task['contender'],
    'base_uri' => $server->baseUri,
    'ca_file' => (string) $server->caFile,
    'packages' => $task['packages'],
];
$lane = new Lane($server, static fn (string $id): Told
    => Told::fromJson($fpm->get('call.php', $query + ['id' => $id])->json()));
$visits = new Visits($task['name'], $task['seed'], Arrival::from($task['arrival']));
$counts = $lane->play($visits->take($task['calls']));
$fpm->stop();
$server->stop();
echo json_encode($counts->toArray(), JSON_THROW_ON_ERROR), "\n";
