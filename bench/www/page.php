<?php

// A shop's page with one call: the same for every contender, and without anything that the call does not need.

declare(strict_types=1);

use AurpayBench\Contender\Contender;

require __DIR__ . '/../contenders/Contender.php';

$name = is_string($_GET['contender'] ?? null) ? $_GET['contender'] : '';
$url = Contender::named($name)->createPayUrl()['pay_url'];
echo is_string($url) ? $url : '';
