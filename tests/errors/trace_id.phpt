--TEST--
The trace id comes from the envelope, else from the header a-trace-id in any case; an invalid one is ignored
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/answers.inc';

$cases = [
    'both' => ['"trace_id":"envelope",', ['a-trace-id' => 'header']],
    'envelope' => ['"trace_id":"envelope",', []],
    'header' => ['', ['a-trace-id' => 'header']],
    'empty header' => ['', ['a-trace-id' => '']],
    'delete' => ['', ['a-trace-id' => "a\x7fb"]],
    'capitals' => ['', ['A-TRACE-ID' => '  header  ']],
    'empty in envelope' => ['"trace_id":"",', ['a-trace-id' => 'header']],
    'null in envelope' => ['"trace_id":null,', ['a-trace-id' => 'header']],
    'number in envelope' => ['"trace_id":5,', ['a-trace-id' => 'header']],
    'neither' => ['', ['x-trace-id' => 'header']],
    'longest' => ['"trace_id":"' . str_repeat('t', 128) . '",', []],
    'too long' => ['"trace_id":"' . str_repeat('t', 129) . '",', []],
    'control' => ['"trace_id":"a\u001bb",', []],
    'blank' => ['', ['a-trace-id' => 'a b']],
    'not ASCII' => ['"trace_id":"' . "\u{e9}" . '",', []],
];
foreach ($cases as $name => [$member, $headers]) {
    $client = (new Recorder(['headers' => $headers, 'body' => '{' . $member . '"code":5,"result":false}']))->client();
    $exception = caught(static fn () => $client->orders()->refund('1'));
    echo $name, ': ', strlen($exception->traceId ?? '') > 20 ? strlen($exception->traceId) . ' bytes' : describe($exception->traceId),
        $client->lastResponse()['trace_id'] === $exception->traceId ? '' : ' DIFFERS from lastResponse()',
        str_contains($exception->getMessage(), 'trace id') === ($exception->traceId !== null) ? '' : ' MESSAGE', "\n";
}
?>
--EXPECT--
both: 'envelope'
envelope: 'envelope'
header: 'header'
empty header: NULL
delete: NULL
capitals: 'header'
empty in envelope: 'header'
null in envelope: 'header'
number in envelope: 'header'
neither: NULL
longest: 128 bytes
too long: NULL
control: NULL
blank: NULL
not ASCII: NULL
