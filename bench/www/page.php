<?php

// A shop's page with one call. The same for every contender, and no more than the call needs.

declare(strict_types=1);

use AurpayBench\Contender\Contender;

require __DIR__ . '/../contenders/Contender.php';

$name = is_string($_GET['contender'] ?? null) ? $_GET['contender'] : '';
$url = Contender::named($name)->createPayUrl()['pay_url'];
echo is_string($url) ? $url : '';
