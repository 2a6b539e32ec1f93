--TEST--
Credentials that a server echoes as its trace id, in the envelope or the header, are in no exception, log or lastResponse()
--INI--
zend.exception_ignore_args=0
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/leak.inc';

final class Logger
{
    public array $lines = [];

    public function log(mixed ...$line): void
    {
        $this->lines[] = $line;
    }
}

foreach ([['body' => '{"code":5,"result":false,"trace_id":"' . SECRETS['api key'] . '"}'], ['headers' => ['a-trace-id' => 'x-' . SECRETS['api key']], 'body' => '{"code":5,"result":false}']] as $answer) {
    $logger = new Logger();
    $client = (new Recorder($answer))->client(SECRETS['api key'], ['logger' => $logger]);
    leaks('exception', thrown_by(static fn () => $client->orders()->refund('1')));
    leaks('log', $logger->lines);
    leaks('lastResponse()', $client->lastResponse());
}
?>
--EXPECT--
exception: fine
log: fine
lastResponse(): fine
exception: fine
log: fine
lastResponse(): fine
