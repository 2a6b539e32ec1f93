<?php

// Prints the memory of a worker that has only served this page.

declare(strict_types=1);

require __DIR__ . '/../programs/memory.php';

echo json_encode(AurpayBench\memory());
