--TEST--
tests/support/soak: what grows is found, so are zombies, and each difference between what a shop was told and what was executed
--FILE--
<?php

namespace AurpayTest\Soak;

require __DIR__ . '/../soak/load.php';

function is_flat(int $margin, array $values, int $warmUp = 0): void
{
    $trend = new Trend($warmUp);
    array_map($trend->add(...), $values);
    echo $trend->isFlat($margin) ? 'flat' : 'grows', ': ', $trend->describe(), "\n";
}

is_flat(1, array_map(static fn (int $i): int => 17 + $i % 2, range(1, 30)));
is_flat(1, [...array_fill(0, 29, 17), 99]);
is_flat(1, range(1, 30));
is_flat(20, range(1, 30));
is_flat(19, range(1, 30));
is_flat(1, [...range(1, 10), ...array_fill(0, 20, 10)], 10);
is_flat(1, array_fill(0, 14, 17));

$own = (int) getmypid();
$process = proc_open(['true'], [], $pipes);
for ($i = 0; $i < 6000 && Processes::zombies(...Processes::descendants($own)) === []; $i++) {
    usleep(10_000);
}
echo count(Processes::zombies(...Processes::children($own))), ' zombie, ';
proc_close($process);
echo count(Processes::zombies(...Processes::children($own))), " afterwards\n";

/** The checks that fail. */
function problems(string $title, callable $fill, array $executions): void
{
    ob_start();
    $book = new Book(new Report('book'));
    $fill($book);
    $book->check($executions);
    preg_match_all('/FAIL  (.*)$/m', (string) ob_get_clean(), $failed);
    echo "{$title}: ", implode('; ', $failed[1]), "\n";
}

$call = static fn (string $outcome, string $reason = ''): Call => new Call('refund', 'v1-refund', $outcome, $reason);
$told = static fn (Call $told, Event ...$events): callable => static fn (Book $book) => $book->add('visit 1', [$told], $events);
$once = ['v1-refund' => 1];
problems('good', $told($call('success')), $once);
problems('executed twice', $told($call('success')), ['v1-refund' => 2]);
problems('a success that was not executed', $told($call('success')), []);
$restart = new Events\Restart();
problems('unknown, executed', $told($call('OutcomeUnknownException'), $restart), $once);
problems('unknown, not executed', $told($call('OutcomeUnknownException'), $restart), []);
problems('unknown, executed twice', $told($call('OutcomeUnknownException'), $restart), ['v1-refund' => 2]);
problems('unknown without an event', $told($call('OutcomeUnknownException')), $once);
problems('refused', $told($call('TransportException', 'connection'), $restart), []);
problems('refused, and executed all the same', $told($call('TransportException', 'connection'), $restart), $once);
problems('refused for another reason than the event', $told($call('TransportException', 'connection'), new Events\AuthorityChange()), []);
problems('an error of the shop', $told($call('UnexpectedValueException'), $restart), $once);
problems('executed, although no shop has called', static fn () => null, $once);
$lost = static fn (Event ...$events): callable => static fn (Book $book) => $book->lose('visit 1', 1, $events, 'gone');
problems('lost in a reload', $lost(new Events\Reload()), $once);
problems('lost in a reload, executed twice', $lost(new Events\Reload()), ['v1-refund' => 2]);
problems('lost without a reason', $lost($restart), $once);
?>
--EXPECT--
flat: 18 to 18
flat: 17 to 17
grows: 6 to 26
flat: 6 to 26
grows: 6 to 26
flat: 10 to 10
grows: unknown, because there are too few numbers
1 zombie, 0 afterwards
good: 
executed twice: none of 1 calls that are not reads was executed twice; every success was executed exactly once
a success that was not executed: every success was executed exactly once
unknown, executed: 
unknown, not executed: 
unknown, executed twice: none of 1 calls that are not reads was executed twice
unknown without an event: every one of 1 calls in 1 visits succeeded or is explained by an event
refused: 
refused, and executed all the same: no call that was told as not executed was executed
refused for another reason than the event: every one of 1 calls in 1 visits succeeded or is explained by an event
an error of the shop: every one of 1 calls in 1 visits succeeded or is explained by an event
executed, although no shop has called: the gateway executed no call that no shop has made
lost in a reload: 
lost in a reload, executed twice: the gateway executed no call that no shop has made
lost without a reason: every one of 0 calls in 0 visits succeeded or is explained by an event; 1 web requests were lost, each while php-fpm replaced workers
