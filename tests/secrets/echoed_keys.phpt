--TEST--
Credentials that a server echoes as the name of a member are also masked in the exception's response
--INI--
zend.exception_ignore_args=0
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/leak.inc';

$client = (new Recorder(['body' => '{"code":5,"result":false,"data":{"' . SECRETS['api key'] . '":"is not known"}}']))->client(SECRETS['api key']);
leaks('member name', thrown_by(static fn () => $client->orders()->refund('1')));
?>
--EXPECT--
member name: fine
