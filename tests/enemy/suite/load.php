<?php

/*
 * Loads the enemy's helpers, without an autoloader, because they run in every PHP.
 */

declare(strict_types=1);

namespace AurpayTest\Enemy;

require_once __DIR__ . '/../../support/harness.php';
require_once __DIR__ . '/../../support/call_strictly.php';
require_once __DIR__ . '/../../support/call_weakly.php';

$files = [
    'Wire', 'Logger', 'Api', 'Candidates', 'Accepted', 'Objects', 'Shape', 'Thrown', 'Values', 'Operations', 'Places', 'Kinds', 'Diagnostics', 'Judge',
];
foreach ($files as $file) {
    require_once __DIR__ . "/{$file}.php";
}
