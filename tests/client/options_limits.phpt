--TEST--
The limits of every range are accepted, and so are options passed by reference
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$server = fault_server();
$timeout = 3600;
foreach ([
    ['timeout' => 0.001], ['timeout' => 3600], ['timeout' => &$timeout], ['connect_timeout' => 0.001],
    ['connect_timeout' => 3600.0], ['retries' => 0], ['retries' => 10], ['max_response_bytes' => 1024],
    ['max_response_bytes' => 268435456], ['user_agent' => 'WooCommerce/9.1 (shop)'], ['ca_file' => __FILE__],
    ['base_uri' => 'https://api.example', 'proxy' => 'http://127.0.0.1:3128'],
    ['base_uri' => 'https://api.example', 'proxy' => 'https://user:password@proxy.example:8080'],
    ['pinned_public_key' => 'sha256//YhKJKSzoTt2b5FP18fvpHo7fJYqQCjAa3HWY3tvRMwE='],
] as $options) {
    new Client('key', $server->options($options));
    echo '.';
}
echo "\n";
nothing_on_the_wire($server);
?>
--EXPECT--
..............
requests: 0, connections: 0
