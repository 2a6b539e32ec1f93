--TEST--
tests/support: the sandbox that a test starts, over http and over TLS
--SKIPIF--
<?php

// The sandbox needs php-fpm for TLS.
require __DIR__ . '/../fpm.php';
AurpayTest\skip_unless_fpm(false);
?>
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../harness.php';

foreach ([[], ['--tls']] as $options) {
    $sandbox = sandbox(...$options);
    say($sandbox->baseUri);
    var_dump($sandbox->caFile !== null, $sandbox->info('api_key') !== '');
    $response = $sandbox->request('GET', '/api/order/pay/real-currency', headers: [
        'API-Key' => $sandbox->info('api_key'),
    ]);
    echo $response->status, ' ', $response->json()['code'], "\n";
    $sandbox->stop();
}
?>
--EXPECT--
http://127.0.0.1:PORT
bool(false)
bool(true)
200 0
https://127.0.0.1:PORT
bool(true)
bool(true)
200 0
