--TEST--
An option out of its range is a ValueError that names the option and the range
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$server = fault_server();
$digest = base64_encode(str_repeat('a', 32));
$pin = "sha256//{$digest}";
new Client('key', ['pinned_public_key' => $pin]);
new Client('key', ['pinned_public_key' => "{$pin};{$pin}"]);
foreach ([
    ['timeout', 0], ['timeout', -1], ['timeout', 0.0009], ['timeout', 3600.001], ['timeout', NAN], ['timeout', INF],
    ['timeout', PHP_INT_MAX], ['timeout', PHP_INT_MIN],
    ['connect_timeout', 0], ['connect_timeout', -0.5], ['connect_timeout', -INF], ['connect_timeout', NAN],
    ['retries', -1], ['retries', 11], ['retries', PHP_INT_MIN],
    ['max_response_bytes', 0], ['max_response_bytes', 1023], ['max_response_bytes', 268435457],
    ['user_agent', ''], ['user_agent', "a\r\nX-Evil: 1"], ['user_agent', "a\0b"], ['user_agent', "caf\u{e9}"],
    ['ca_file', ''], ['ca_file', '/no/such/file.pem'], ['ca_file', __FILE__ . "\0.pem"], ['ca_file', __DIR__],
    // Not even root may read it.
    ['ca_file', '/proc/sys/net/ipv4/route/flush'],
    ['pinned_public_key', ''], ['pinned_public_key', 'sha256//'], ['pinned_public_key', __FILE__],
    ['pinned_public_key', 'sha1//abc'], ['pinned_public_key', "sha512//{$digest}"], ['pinned_public_key', "sha256//abc\n"], ['pinned_public_key', 'sha256//abc'],
    ['pinned_public_key', "{$pin};"], ['pinned_public_key', ";{$pin}"], ['pinned_public_key', "{$pin};sha256//abc"],
    ['pinned_public_key', 'sha256//' . str_repeat('a', 44)], ['pinned_public_key', 'sha256//' . strtr($digest, 'YW', '-_')],
    ...array_map(static fn (string $pin): array => ['pinned_public_key', $pin], ["{$pin}\n", "{$pin}\0", "{$pin} "]),
    ['ip_version', 5], ['ip_version', 0], ['ip_version', ''], ['ip_version', 'ipv4'], ['ip_version', '4 '], ['ip_version', '04'],
] as [$name, $value]) {
    throws(static fn () => new Client('key', [$name => $value] + $server->options()));
}
nothing_on_the_wire($server);
?>
--EXPECT--
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "timeout" must be between 0.001 and N seconds
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "timeout" must be between 0.001 and N seconds
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "timeout" must be between 0.001 and N seconds
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "timeout" must be between 0.001 and N seconds
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "timeout" must be between 0.001 and N seconds
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "timeout" must be between 0.001 and N seconds
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "timeout" must be between 0.001 and N seconds
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "timeout" must be between 0.001 and N seconds
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "connect_timeout" must be between 0.001 and N seconds
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "connect_timeout" must be between 0.001 and N seconds
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "connect_timeout" must be between 0.001 and N seconds
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "connect_timeout" must be between 0.001 and N seconds
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "retries" must be between 0 and 10
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "retries" must be between 0 and 10
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "retries" must be between 0 and 10
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "max_response_bytes" must be between 1024 and 268435456
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "max_response_bytes" must be between 1024 and 268435456
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "max_response_bytes" must be between 1024 and 268435456
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "user_agent" must be visible ASCII characters on one line
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "user_agent" must be visible ASCII characters on one line
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "user_agent" must be visible ASCII characters on one line
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "user_agent" must be visible ASCII characters on one line
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "ca_file" must be the path of a readable PEM file
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "ca_file" must be the path of a readable PEM file
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "ca_file" must be the path of a readable PEM file
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "ca_file" must be the path of a readable PEM file
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "ca_file" must be the path of a readable PEM file
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "pinned_public_key" must be "sha256//" and the base64 digest of a public key (44 characters); several, with semicolons
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "pinned_public_key" must be "sha256//" and the base64 digest of a public key (44 characters); several, with semicolons
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "pinned_public_key" must be "sha256//" and the base64 digest of a public key (44 characters); several, with semicolons
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "pinned_public_key" must be "sha256//" and the base64 digest of a public key (44 characters); several, with semicolons
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "pinned_public_key" must be "sha256//" and the base64 digest of a public key (44 characters); several, with semicolons
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "pinned_public_key" must be "sha256//" and the base64 digest of a public key (44 characters); several, with semicolons
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "pinned_public_key" must be "sha256//" and the base64 digest of a public key (44 characters); several, with semicolons
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "pinned_public_key" must be "sha256//" and the base64 digest of a public key (44 characters); several, with semicolons
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "pinned_public_key" must be "sha256//" and the base64 digest of a public key (44 characters); several, with semicolons
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "pinned_public_key" must be "sha256//" and the base64 digest of a public key (44 characters); several, with semicolons
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "pinned_public_key" must be "sha256//" and the base64 digest of a public key (44 characters); several, with semicolons
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "pinned_public_key" must be "sha256//" and the base64 digest of a public key (44 characters); several, with semicolons
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "pinned_public_key" must be "sha256//" and the base64 digest of a public key (44 characters); several, with semicolons
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "pinned_public_key" must be "sha256//" and the base64 digest of a public key (44 characters); several, with semicolons
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "pinned_public_key" must be "sha256//" and the base64 digest of a public key (44 characters); several, with semicolons
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "ip_version" must be 4 or 6
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "ip_version" must be 4 or 6
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "ip_version" must be 4 or 6
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "ip_version" must be 4 or 6
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "ip_version" must be 4 or 6
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "ip_version" must be 4 or 6
requests: 0, connections: 0
