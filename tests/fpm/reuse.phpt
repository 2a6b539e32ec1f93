--TEST--
The web requests of one php-fpm worker share one connection to nginx, over TLS and HTTP/2, according to nginx's log
--SKIPIF--
<?php

require __DIR__ . '/../support/fpm.php';
AurpayTest\skip_unless_fpm();
?>
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/harness.php';
require __DIR__ . '/../support/fpm.php';

$sandbox = sandbox('--tls');
$fpm = Fpm::start(workers: 1);
$options = var_export($sandbox->options(), true);
$key = var_export($sandbox->info('api_key'), true);
$call = libcurl_tells_of_sending() ? "createPayUrl(['price' => '19.99', 'currency' => 'USD'])" : 'fiatCurrencies()';
$fpm->write('page.php', <<<PHP
    <?php
    \$client = new Aurpay\Client({$key}, {$options});
    \$client->orders()->{$call};
    echo json_encode([getmypid(), \$client->lastResponse(), Aurpay\Client::stats()]);
    PHP);

$sandbox->control('DELETE', '/requests');
$processes = [];
foreach (range(1, 20) as $number) {
    [$process, $last, $stats] = $fpm->get('page.php')->json();
    $processes[$process] = true;
    if ($number <= 2) {
        echo "web request {$number}: status {$last['status']}, HTTP/{$last['http_version']}, ",
            $last['reused_connection'] ? 'reused' : 'new', " connection\n";
    }
}
echo 'worker processes: ', count($processes), "\n";
echo "extension: {$stats['requests']} requests, {$stats['connections_opened']} opened, ",
    "{$stats['connections_reused']} reused\n";
$seen = $sandbox->control('GET', '/requests');
echo "nginx: {$seen['summary']['requests']} requests on {$seen['summary']['connections']} connection\n";
$fpm->stop();
$sandbox->stop();
?>
--EXPECT--
web request 1: status 200, HTTP/2, new connection
web request 2: status 200, HTTP/2, reused connection
worker processes: 1
extension: 20 requests, 1 opened, 19 reused
nginx: 20 requests on 1 connection
