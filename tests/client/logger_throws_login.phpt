--TEST--
A password that a logger's exception repeats is masked in the SAPI's log
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/sapi_log.inc';

final class Logger
{
    public function log(mixed $level, string $message, array $context): void
    {
        throw new \Exception('of user with the-password');
    }
}

$log = new SapiLog();
show(Client::login('user', 'the-password', ['handler' => new Recorder(success('{"access_token":"t","expire":1}')), 'logger' => new Logger()]));
$log->show();
?>
--EXPECT--
[access_token: 't', expire: 1]
log: aurpay: the option logger threw Exception after POST /api/user/login, whose outcome is not affected: of user with ***
