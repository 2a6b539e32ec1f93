--TEST--
phpinfo() shows no secret of a client that was used
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Callback;
use Aurpay\Client;
use Aurpay\Credentials;

require __DIR__ . '/leak.inc';

$server = fault_server();
$first = new Client(SECRETS['api key'], $server->options());
$first->orders()->fiatCurrencies();
$second = new Client(Credentials::signature(SECRETS['api token'], SECRETS['api secret']), $server->options());
$second->orders()->refund('1');
$callback = new Callback(SECRETS['callback token'], SECRETS['callback secret']);
ob_start();
phpinfo();
$page = ob_get_clean();
var_dump(str_contains($page, 'aurpay'));
leaks('phpinfo()', $page);
leaks('stats()', Client::stats());
leaks('lastResponse()', $second->lastResponse());
$server->stop();
?>
--EXPECT--
bool(true)
phpinfo(): fine
stats(): fine
lastResponse(): fine
