<?php

/*
 * usage: details.php CONTENDER COUNT
 *
 * Requests COUNT orders at once and prints how long that took, including the time to connect.
 */

declare(strict_types=1);

use AurpayBench\Contender\Contender;
use AurpayBench\Server\Orders;

require __DIR__ . '/../contenders/Contender.php';
require __DIR__ . '/../src/Server/Orders.php';

[, $name, $count] = $argv;
$orderIds = (new Orders())->ids((int) $count);
Contender::load($name);
$began = hrtime(true);
$details = Contender::named($name)->orderDetails($orderIds);
$nanoseconds = hrtime(true) - $began;
foreach ($orderIds as $orderId) {
    if (($details[$orderId]['order_id'] ?? null) !== $orderId) {
        throw new RuntimeException("no answer about order {$orderId}");
    }
}
echo json_encode(['orders' => count($details), 'nanoseconds' => $nanoseconds]), "\n";
