--TEST--
50 details over TLS and HTTP/2 take one connection, cold and warm, according to nginx; each id has its own order or its own refusal
--SKIPIF--
<?php

// The sandbox needs php-fpm for TLS.
require __DIR__ . '/../support/fpm.php';
AurpayTest\skip_unless_fpm(false);
?>
--FILE--
<?php

namespace AurpayTest;

use Aurpay\ApiException;
use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

/**
 * @param list<string> $ids
 * @param array<string, mixed> $details
 */
function report(string $connection, Sandbox $sandbox, array $ids, array $details, int $others = 0): void
{
    $seen = $sandbox->control('GET', '/requests')['summary'];
    $stats = Client::stats();
    $opened = multiplexed_connections($stats['connections_opened'], $others);
    $accepted = multiplexed_connections($seen['connections'], $others);
    echo "{$connection}: {$stats['requests']} requests, {$opened} connection opened; ",
        "nginx: {$seen['requests']} requests on {$accepted} connection; ",
        count(array_filter($details, is_array(...))), ' orders, ',
        count(array_filter($details, static fn ($detail) => $detail instanceof ApiException)), ' refused, ',
        array_map(strval(...), array_keys($details)) === $ids ? 'in order' : 'in another order', "\n";
}

$sandbox = sandbox('--tls');
$orders = (new Client($sandbox->info('api_key'), $sandbox->options()))->orders();
$sandbox->control('DELETE', '/requests');

$unknown = array_map(static fn (int $number) => "unknown{$number}", range(1, 50));
$details = $orders->details($unknown);
report('cold', $sandbox, $unknown, $details);
echo $details['unknown50']->getMessage(), "\n";

$prices = [];
foreach (range(1, 25) as $price) {
    $info = ['chain' => 'ETH', 'currency' => 'USDT-ERC20', 'vs_currency' => 'USD', 'vs_price' => $price];
    $prices[$orders->createPayInfo($info)['order_id']] = "{$price}.0";
}
$ids = array_merge(...array_map(null, array_map(strval(...), array_keys($prices)), array_slice($unknown, 0, 25)));
$details = $orders->details($ids);
report('warm', $sandbox, $ids, $details, count($prices));
$wrong = 0;
foreach ($details as $id => $detail) {
    $wrong += is_array($detail) ? (int) ($detail['vs_price'] !== $prices[$id]) : (int) isset($prices[$id]);
}
echo "wrong: {$wrong}\n";
$sandbox->stop();
?>
--EXPECTF--
cold: 50 requests, 1 connection opened; nginx: 50 requests on 1 connection; 0 orders, 50 refused, in order
GET /api/v2/order/detail/unknown50 was refused: Order not found (code 404, HTTP status 200, trace id %s)
warm: 125 requests, 1 connection opened; nginx: 125 requests on 1 connection; 25 orders, 25 refused, in order
wrong: 0
