<?php

/*
 * Loads the soak, without an autoloader, as the rest of the harness.
 */

declare(strict_types=1);

namespace AurpayTest\Soak;

require_once __DIR__ . '/../fpm.php';

$files = [
    'Report', 'Trend', 'Processes', 'Folder', 'Gateway', 'Clock', 'Call', 'Visit', 'Shop', 'Stopped', 'Event', 'Book', 'Traffic',
    'Scene', 'Life', 'events/AuthorityChange', 'events/CertificateChange', 'events/ClockStep', 'events/FaultMode',
    'events/IdlePause', 'events/Move', 'events/Recycling', 'events/Reload', 'events/Restart', 'events/WorkersQuit',
];
foreach ($files as $file) {
    require_once __DIR__ . "/{$file}.php";
}
