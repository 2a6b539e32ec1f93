--TEST--
However slowly or endlessly a server answers (head or body, plain or compressed, HTTP/1.1 or HTTP/2), a call ends at its one deadline, retries included
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

const LONG = 20;

/** Returns the outcome of the call, and its time when it took much longer than its timeout. */
function outcome(callable $call): string
{
    $start = microtime(true);
    try {
        $call();
        $outcome = 'success';
    } catch (\Aurpay\AurpayException $exception) {
        $reason = ($exception->getPrevious() ?? $exception)->getMessage();
        $outcome = (new \ReflectionClass($exception))->getShortName() . (str_contains($reason, '(option timeout)') ? ' (time)' : '');
    }
    $seconds = microtime(true) - $start;

    return $outcome . ($seconds > LONG ? ", after {$seconds} s" : '');
}

$faults = [
    'silence' => ['do' => 'silent'],
    'a head that drips' => ['do' => 'drip', 'head' => true, 'interval' => 0.05, 'headers' => ['X-Long' => str_repeat('x', 4000)]],
    'a body that drips' => ['do' => 'drip', 'interval' => 0.05, 'body' => str_repeat(' ', 4000)],
    'a compressed body that drips' => ['do' => 'drip', 'interval' => 0.05, 'gzip' => true, 'body' => implode(range(1, 4000))],
    'chunks that drip' => ['do' => 'drip', 'interval' => 0.05, 'chunked' => true, 'body' => str_repeat(' ', 4000)],
    'an answer after the deadline' => ['do' => 'answer', 'delay' => 30],
    // These two end before any deadline, because their size is limited.
    'an endless head' => ['do' => 'endless', 'head' => true],
    'an endless body' => ['do' => 'endless'],
];
$application = fault_server();
$servers = ['HTTP/1.1' => fault_server('--tls'), 'HTTP/2' => nginx('--upstream', (string) $application->port())];
foreach ($servers as $version => $server) {
    $script = $version === 'HTTP/2' ? $application : $server;
    $client = new Client('key', $server->options(['timeout' => 0.5, 'retries' => 10, 'max_response_bytes' => 100000]));
    $patient = new Client('key', $server->options());
    foreach ($faults as $name => $fault) {
        if ($version === 'HTTP/2' && str_contains($name, 'head')) {
            // nginx reads the whole head before it passes it on.
            continue;
        }
        echo "{$version}, {$name}: ";
        $script->reset();
        $script->default($fault);
        echo 'GET ', outcome(static fn () => $client->request('GET', '/x')), '; ';
        $script->reset();
        $script->default($fault);
        echo 'POST ', outcome(static fn () => $client->request('POST', '/x'));
        $script->waitForExecuted(1);
        $script->default('answer');
        // Bytes left over from the fault do not become the next answer.
        echo ", executed {$script->executed()}; next: ", $patient->request('POST', '/next')['method'], "\n";
    }
}
array_map(static fn (Server $server) => $server->stop(), [...$servers, 'application' => $application]);
?>
--EXPECT--
HTTP/1.1, silence: GET TransportException (time); POST OutcomeUnknownException (time), executed 1; next: POST
HTTP/1.1, a head that drips: GET TransportException (time); POST OutcomeUnknownException (time), executed 1; next: POST
HTTP/1.1, a body that drips: GET TransportException (time); POST OutcomeUnknownException (time), executed 1; next: POST
HTTP/1.1, a compressed body that drips: GET TransportException (time); POST OutcomeUnknownException (time), executed 1; next: POST
HTTP/1.1, chunks that drip: GET TransportException (time); POST OutcomeUnknownException (time), executed 1; next: POST
HTTP/1.1, an answer after the deadline: GET TransportException (time); POST OutcomeUnknownException (time), executed 1; next: POST
HTTP/1.1, an endless head: GET TransportException; POST OutcomeUnknownException, executed 1; next: POST
HTTP/1.1, an endless body: GET ResponseException; POST OutcomeUnknownException, executed 1; next: POST
HTTP/2, silence: GET TransportException (time); POST OutcomeUnknownException (time), executed 1; next: POST
HTTP/2, a body that drips: GET TransportException (time); POST OutcomeUnknownException (time), executed 1; next: POST
HTTP/2, a compressed body that drips: GET TransportException (time); POST OutcomeUnknownException (time), executed 1; next: POST
HTTP/2, chunks that drip: GET TransportException (time); POST OutcomeUnknownException (time), executed 1; next: POST
HTTP/2, an answer after the deadline: GET TransportException (time); POST OutcomeUnknownException (time), executed 1; next: POST
HTTP/2, an endless body: GET ResponseException; POST OutcomeUnknownException, executed 1; next: POST
