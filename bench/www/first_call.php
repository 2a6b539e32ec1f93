<?php

// Measures the first call of a web request, with the creation of the client. The contender's file is loaded before, but
// not the classes that its library loads when it needs them: OPcache has them, and it is the network that matters here.

declare(strict_types=1);

use AurpayBench\Contender\Contender;

require __DIR__ . '/../contenders/Contender.php';

$name = is_string($_GET['contender'] ?? null) ? $_GET['contender'] : '';
Contender::load($name);
$began = hrtime(true);
Contender::named($name)->createPayUrl();
echo json_encode(['nanoseconds' => hrtime(true) - $began]);
