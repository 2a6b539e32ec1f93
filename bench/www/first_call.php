<?php

// How long a web request's first call takes, the client's making included, and the code's loading left out: what is
// measured is the network.

declare(strict_types=1);

use AurpayBench\Contender\Contender;

require __DIR__ . '/../contenders/Contender.php';

$name = is_string($_GET['contender'] ?? null) ? $_GET['contender'] : '';
Contender::load($name);
$began = hrtime(true);
Contender::named($name)->createPayUrl();
echo json_encode(['nanoseconds' => hrtime(true) - $began]);
