<?php

// Serves the page that the parameter "page" names, if any, without its output. Then prints the worker's process and its
// memory in KB.

declare(strict_types=1);

require __DIR__ . '/../programs/memory.php';

if (is_string($_GET['page'] ?? null)) {
    ob_start();
    require __DIR__ . '/' . basename($_GET['page']);
    ob_end_clean();
}
echo json_encode(['process' => getmypid()] + AurpayBench\memory());
