--TEST--
EnayaPay: missing, blank and mistyped arguments are refused before anything is sent
--FILE--
<?php

namespace AurpayTest;

use Aurpay\EnayaPay\Client;
use Aurpay\EnayaPay\Ipin;

require __DIR__ . '/../support/harness.php';

$server = fault_server();
$client = new Client('key', $server->options());
throws(static fn () => new Client(' '));
throws(static fn () => new Client('key', ['nonsense' => 1]));
throws(static fn () => $client->register(['user_phone' => '1', 'user_name' => 'x']));
throws(static fn () => $client->verify(['user_phone' => '1', 'user_otp' => 12345]));
throws(static fn () => $client->login(['user_phone' => '', 'user_password' => 'x']));
throws(static fn () => $client->resetPassword('', ['user_phone' => '1', 'user_password' => 'x']));
throws(static fn () => $client->changePassword("a\r\nb", ['current_password' => 'x', 'new_password' => 'y']));
throws(static fn () => $client->balance('t', ['pan' => 4545, 'ipin' => 'x', 'uuid' => 'u', 'expiration_date' => '0824']));
throws(static fn () => Ipin::encrypt('no key', 'u', '1234'));
throws(static fn () => Ipin::encrypt('', 'u', '1234'));
throws(static fn () => Ipin::encrypt('no key', ' ', '1234'));
throws(static fn () => Ipin::encrypt('no key', 'u', ''));
// 1024 bits: 128 bytes, of which the padding takes 11.
$key = 'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDApLXGt0CHP77tj+ph6Uf79vu97jXU9NRRC4elIQB4gYRI+bB8ncjEsW3jDu6DnNBIxHjpI+p00FFfMDz2LrxMJEnfV7KpfA92+s6s+OeIz/b3I0BtYhp3Lm0qixzx71y2mSu5H4nupWsBsyLi3tQaGucmumcVI7HkkH1sTc3zuwIDAQAB';
echo strlen(Ipin::encrypt($key, str_repeat('u', 113), '1234')), "\n";
throws(static fn () => Ipin::encrypt($key, str_repeat('u', 114), '1234'));
throws(static fn () => Ipin::encrypt($key, str_repeat('u', 5000), '1234'));
echo 'connections: ', $server->connections(), "\n";
$server->stop();
?>
--EXPECTF--
ValueError: Aurpay\EnayaPay\Client::__construct(): Argument #1 ($apiKey) must not be empty or blank
ValueError: Aurpay\EnayaPay\Client::__construct(): Argument #2 ($options) has an unknown option "nonsense"; %s
ValueError: Aurpay\EnayaPay\Client::register(): Argument #1 ($params) must have the key "user_password"
TypeError: Aurpay\EnayaPay\Client::verify(): Argument #1 ($params) key "user_otp" must be of type string, int given
ValueError: Aurpay\EnayaPay\Client::login(): Argument #1 ($params) key "user_phone" must not be empty or blank
ValueError: Aurpay\EnayaPay\Client::resetPassword(): Argument #1 ($token) must not be empty or blank
ValueError: Aurpay\EnayaPay\Client::changePassword(): Argument #1 ($token) must be at most 8192 visible ASCII %s
TypeError: Aurpay\EnayaPay\Client::balance(): Argument #2 ($params) key "pan" must be of type string, int given
ValueError: Aurpay\EnayaPay\Ipin::encrypt(): Argument #1 ($publicKey) must be an RSA public key of at most 8192 bits, PEM or the base64 of its DER form
ValueError: Aurpay\EnayaPay\Ipin::encrypt(): Argument #1 ($publicKey) must not be empty or blank
ValueError: Aurpay\EnayaPay\Ipin::encrypt(): Argument #2 ($uuid) must not be empty or blank
ValueError: Aurpay\EnayaPay\Ipin::encrypt(): Argument #3 ($ipin) must not be empty or blank
172
ValueError: Aurpay\EnayaPay\Ipin::encrypt(): Argument #2 ($uuid) must not be longer, with the IPIN, than the key can encrypt
ValueError: Aurpay\EnayaPay\Ipin::encrypt(): Argument #2 ($uuid) must not be longer, with the IPIN, than the key can encrypt
connections: 0
