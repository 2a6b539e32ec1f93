<?php

/*
 * Loads what makes calls from web requests, without an autoloader, because tests run in every PHP.
 */

declare(strict_types=1);

namespace AurpayTest\Faults\Web;

require_once __DIR__ . '/../Report.php';

$files = [
    'Told', 'Sender', 'AurpaySender', 'CurlSender', 'GuzzleSender', 'SymfonySender', 'Contender', 'Arrival',
    'Visit', 'Visits', 'Counts', 'Lane',
];
foreach ($files as $file) {
    require_once __DIR__ . "/{$file}.php";
}
