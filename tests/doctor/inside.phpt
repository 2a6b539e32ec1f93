--TEST--
aurpay-doctor warns of a callback URL whose name is an inner address for this machine alone, and does not warn of IPv6 where this machine has none
--SKIPIF--
<?php

require __DIR__ . '/../support/harness.php';
AurpayTest\skip_unless_private_names();
?>
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/doctor.inc';

use Aurpay\Doctor\Address;
use Aurpay\Doctor\ConnectionCheck;
use Aurpay\Doctor\Settings;

foreach (['Status', 'Host', 'Catalogue', 'Finding', 'Check', 'Address', 'Settings', 'checks/ConnectionCheck'] as $class) {
    require_once __DIR__ . "/../../doctor/src/{$class}.php";
}

$names = new PrivateNames();
$names->point('shop.example', '10.1.2.3');
$found = examine(['--json', '--timeout', '1', '--callback-url', 'https://shop.example/aurpay', 'callback-url']);
echo "an inner address: {$found->checks()[0]['code']}, {$found->checks()[0]['commands'][0]}\n";

// Loopback is the only network here.
$check = new ConnectionCheck(new Settings([], []));
$six = (new \ReflectionMethod($check, 'reached'))->invoke($check, 6, ['2001:db8::1'], 443);
$finding = (new \ReflectionMethod($check, 'judge'))->invoke($check, new Address('https://gateway.example'), [4 => '192.0.2.1', 6 => $six]);
echo "no IPv6: {$finding->status->value}, {$finding->message}\n";
$names->stop();
?>
--EXPECT--
an inner address: callback-url-inside, dig +short shop.example @1.1.1.1
no IPv6: ok, connected to 192.0.2.1, port 443; this machine has no IPv6
