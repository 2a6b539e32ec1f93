--TEST--
Behind nginx with TLS: a client's calls share one HTTP/2 connection, with compressed answers and trace ids
--SKIPIF--
<?php

// The sandbox needs php-fpm for TLS.
require __DIR__ . '/../support/fpm.php';
AurpayTest\skip_unless_fpm(false);
?>
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\Credentials;

require __DIR__ . '/../support/harness.php';

$sandbox = sandbox('--tls');
$credentials = Credentials::signature($sandbox->info('api_token'), $sandbox->info('api_secret'), 'HMAC-SHA3_256');
$client = new Client($credentials, $sandbox->options());
$sandbox->control('DELETE', '/requests');

$info = $client->orders()->createPayInfo([
    'chain' => 'ETH', 'currency' => 'USDT-ERC20', 'vs_currency' => 'USD', 'vs_price' => 18,
]);
echo "{$info['status']} {$info['vs_price']} {$info['vs_currency']}\n";
echo $client->orders()->detail($info['order_id'])['vs_price'], "\n";
$filter = ['page' => 1, 'size' => 10, 'st' => new \DateTimeImmutable('-1 day'), 'et' => new \DateTime('+1 day')];
echo $client->orders()->list($filter)['total'], "\n";
echo count($client->request('GET', '/api/order/pay/real-currency')), "\n";
echo count($client->request('get', '/api/v2/order/?page=1', ['size' => 5])['data']), "\n";

$last = $client->lastResponse();
echo "HTTP/{$last['http_version']}, ", $last['reused_connection'] ? 'reused' : 'new', ', trace id ',
    preg_match('~^[0-9A-Za-z]+$~', $last['trace_id']) ? 'there' : 'missing', "\n";
$seen = $sandbox->control('GET', '/requests');
$connections = $seen['summary']['connections'] - connections_of_their_own(1);
echo "{$seen['summary']['requests']} requests on {$connections} connection\n";
$encodings = array_unique(array_column(array_column($seen['requests'], 'headers'), 'accept-encoding'));
echo 'accepts: ', implode(' / ', $encodings), "\n";
$sandbox->stop();
?>
--EXPECTF--
PENDING 18 USD
18.0
1
48
1
HTTP/2, reused, trace id there
5 requests on 1 connection
accepts: %Sgzip%S
