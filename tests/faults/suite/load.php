<?php

/*
 * Loads the fault suite, without an autoloader, because it runs in every PHP.
 */

declare(strict_types=1);

namespace AurpayTest\Faults;

require_once __DIR__ . '/../../support/harness.php';

$files = [
    'Transport', 'Provider', 'Due', 'Executed', 'Clients', 'Call', 'Calls', 'Endpoints', 'Situation', 'Fault', 'Table',
    'Plan', 'Planner', 'Report', 'Outcome', 'Caller', 'Extension', 'Checker', 'Tally', 'Runner', 'Summary',
];
foreach ($files as $file) {
    require_once __DIR__ . "/{$file}.php";
}
