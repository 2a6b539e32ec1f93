<?php

// Serves the page that the parameter "page" names, if any, without its output. Then prints the worker's process, its
// memory in KB, and whether OPcache is on.

declare(strict_types=1);

require __DIR__ . '/../programs/memory.php';

if (is_string($_GET['page'] ?? null)) {
    ob_start();
    require __DIR__ . '/' . basename($_GET['page']);
    ob_end_clean();
}
$memory = AurpayBench\memory();
$opcache = function_exists('opcache_get_status') ? opcache_get_status(false) : false;
$isOn = is_array($opcache) && $opcache['opcache_enabled'] === true && $opcache['cache_full'] === false;
echo json_encode(['process' => getmypid(), 'opcache' => (int) $isOn] + $memory);
