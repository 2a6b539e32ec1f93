--TEST--
A ca_file outside of open_basedir is refused, with PHP's own warning, and a file inside is taken
--INI--
open_basedir={PWD}/..
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

set_error_handler(static function (int $type, string $message): bool {
    echo "warning: {$message}\n";

    return true;
});
foreach (['/etc/hosts', __DIR__ . '/../../README.md'] as $file) {
    try {
        new Client('key', ['ca_file' => $file]);
        echo "taken\n";
    } catch (\ValueError $error) {
        echo $error->getMessage(), "\n";
    }
}
new Client('key', ['ca_file' => __FILE__]);
?>
--EXPECTF--
warning: Aurpay\Client::__construct(): open_basedir restriction in effect. File(/etc/hosts) is not within the allowed path(s): (%s)
Aurpay\Client::__construct(): Argument #2 ($options) option "ca_file" must be within open_basedir
warning: Aurpay\Client::__construct(): open_basedir restriction in effect. File(%sREADME.md) is not within the allowed path(s): (%s)
Aurpay\Client::__construct(): Argument #2 ($options) option "ca_file" must be within open_basedir
