--TEST--
aurpay-doctor finds a gateway, its clock and the credentials of every kind good, as text and as JSON, and prints none of the credentials
--SKIPIF--
<?php

// The sandbox needs php-fpm for TLS.
require __DIR__ . '/../support/fpm.php';
AurpayTest\skip_unless_fpm(false);
?>
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/doctor.inc';

$sandbox = sandbox('--tls');
$variables = variables($sandbox) + [
    'AURPAY_API_KEY' => $sandbox->info('api_key'),
    'AURPAY_API_TOKEN' => $sandbox->info('api_token'),
    'AURPAY_API_SECRET' => $sandbox->info('api_secret'),
    'AURPAY_CALLBACK_TOKEN' => $sandbox->info('callback_token'),
    'AURPAY_CALLBACK_SECRET' => $sandbox->info('callback_secret'),
    'AURPAY_ACCESS_TOKEN' => \Aurpay\Client::login($sandbox->info('username'), $sandbox->info('password'), $sandbox->options())['access_token'],
];
$checks = ['extension', 'ca-file', 'settings', 'tcp', 'gateway', 'clock', 'api-key', 'signature', 'access-token', 'callback-secret'];
$text = examine($checks, $variables);
echo 'exit ', $text->status, "\n", mask(preg_replace(['~aurpay \S+ is loaded by PHP.*~', '~/\S+/~', '~\d{4}-\d\d-\d\d~', '~memory_limit.*~', '~HTTP \S+~'], ['LOADED', '', 'DATE', 'SETTINGS', 'HTTP VERSION'], $text->output)), $text->errors;
$json = examine(['--json', ...$checks], $variables);
echo 'exit ', $json->status, ', ', $json->summary(), "\n";
foreach ($variables as $name => $value) {
    if (!in_array($name, ['AURPAY_BASE_URI', 'AURPAY_CA_FILE'], true) && str_contains($text->output . $json->output, $value)) {
        echo "the value of {$name} is printed\n";
    }
}
$sandbox->stop();
?>
--EXPECT--
exit 0
✓ extension: LOADED
✓ ca-file: ca.pem (the option ca_file) has 1 certificate, and was last changed on DATE
✓ settings: SETTINGS
✓ tcp: connected to 127.0.0.1, port PORT
✓ gateway: 127.0.0.1 answers over HTTP VERSION
✓ clock: the clocks agree
✓ api-key: the gateway accepts AURPAY_API_KEY
✓ signature: the gateway accepts AURPAY_API_TOKEN and AURPAY_API_SECRET
✓ access-token: the gateway accepts AURPAY_ACCESS_TOKEN
✓ callback-secret: callbacks can be verified; aurpay-doctor callback FILE judges a real one
10 ok, 0 warnings, 0 failures, 0 skipped
exit 0, extension: ok, ca-file: ok, settings: ok, tcp: ok, gateway: ok, clock: ok, api-key: ok, signature: ok, access-token: ok, callback-secret: ok
