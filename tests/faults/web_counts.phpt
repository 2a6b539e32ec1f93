--TEST--
Calls from web requests: a client that believes any bytes, on one connection; each fault is counted for what it is
--FILE--
<?php

namespace AurpayTest\Faults\Web;

use AurpayTest\Faults\Report;

use function AurpayTest\fault_server;

require __DIR__ . '/../support/harness.php';
require __DIR__ . '/suite/web/load.php';

/** Sends a call and takes the next answer on its connection, whatever it is; sends again if the connection ends. */
final class Believer implements Sender
{
    /** @var resource|null */
    private $stream;

    public function __construct(private readonly string $address) {}

    public function send(string $id): Told
    {
        $isKept = $this->stream !== null;
        $this->stream ??= stream_socket_client($this->address);
        // A connection that the server has closed still takes the request.
        @fwrite($this->stream, 'POST ' . self::PATH . "{$id} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
        $line = (string) @fgets($this->stream);
        if ($line === '') {
            $this->stream = null;
            return $isKept ? $this->send($id) : new Told(Report::Failed);
        }
        $length = 0;
        while (($header = trim((string) fgets($this->stream))) !== '') {
            sscanf(strtolower($header), 'content-length: %d', $length);
        }

        return Told::byAnswer((int) substr($line, 9, 3), $length === 0 ? '' : (string) stream_get_contents($this->stream, $length));
    }
}

foreach ([
    null, 'executed, then closed without an answer', 'executed, then reset without an answer',
    'closed without an answer, not executed', 'closed while it is idle', 'a second answer while it is idle',
    'a second answer while it is idle, then closed', 'the 408 of a proxy while it is idle, then closed',
] as $fault) {
    $server = fault_server();
    $sender = new Believer(str_replace('http://', 'tcp://', $server->baseUri));
    $counts = (new Lane($server, $sender->send(...)))->play([
        new Visit('first', Visits::behaviour(null, 'first'), 0),
        new Visit('second', Visits::behaviour($fault, 'second'), 0),
        new Visit('third', Visits::behaviour(null, 'third'), 0),
    ]);
    $server->stop();
    echo $fault ?? 'no fault', ': ', json_encode(array_filter($counts->toArray())), "\n";
}

// The same seed gives the same faults whenever bytes arrive: only their time and the pause after them differ.
$around = (new Visits('plan', 1, Arrival::Around))->take(300);
$times = [];
foreach ((new Visits('plan', 1))->take(300) as $i => $visit) {
    [$expected, $pause] = [$visit->behaviour, $visit->pause];
    if ($visit->awaitsBytes()) {
        $times[] = $expected['late_after'] = $around[$i]->behaviour['late_after'];
        $pause = 0.02;
    }
    if ([$expected, $pause, false] !== [$around[$i]->behaviour, $around[$i]->pause, $around[$i]->awaitsBytes()]) {
        echo 'another plan: ', json_encode([$visit, $around[$i]]), "\n";
    }
}
echo 'bytes come before and after the start of the next call: ', json_encode([
    min($times) >= 0 && min($times) < 0.02, max($times) > 0.02 && max($times) <= 0.04,
]), "\n";
?>
--EXPECT--
no fault: {"calls":3,"connections":1,"executedOnceToldSuccess":3}
executed, then closed without an answer: {"calls":3,"connections":2,"executedTwice":1,"executedTwiceToldSuccess":1,"executedOnceToldSuccess":2}
executed, then reset without an answer: {"calls":3,"connections":2,"executedTwice":1,"executedTwiceToldSuccess":1,"executedOnceToldSuccess":2}
closed without an answer, not executed: {"calls":3,"connections":2,"executedOnceToldSuccess":3}
closed while it is idle: {"calls":3,"connections":2,"executedOnceToldSuccess":3}
a second answer while it is idle: {"calls":3,"connections":1,"otherAnswerTaken":1,"executedOnceToldSuccess":3}
a second answer while it is idle, then closed: {"calls":3,"connections":1,"otherAnswerTaken":1,"executedOnceToldSuccess":2,"notExecutedToldSuccess":1}
the 408 of a proxy while it is idle, then closed: {"calls":3,"connections":1,"proxy408Taken":1,"executedOnceToldSuccess":2,"notExecutedToldNotExecuted":1}
bytes come before and after the start of the next call: [true,true]
