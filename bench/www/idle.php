<?php

// What a worker holds that has done nothing yet but serve this page.

declare(strict_types=1);

require __DIR__ . '/../programs/memory.php';

echo json_encode(AurpayBench\memory());
