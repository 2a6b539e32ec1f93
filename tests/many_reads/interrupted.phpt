--TEST--
Signals during details(): a handler runs at once and may make calls; when it throws, exits or forks, the reads in flight end or stay with the parent, and the next call works
--SKIPIF--
<?php

if (!function_exists('pcntl_fork')) {
    die('skip needs ext-pcntl');
}
?>
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

/** Runs a part in a process of its own, because the part may end the process. */
function part(string $title, callable $part): void
{
    echo "{$title}: ";
    flush();
    $process = pcntl_fork();
    if ($process === 0) {
        $part();
        exit(0);
    }
    pcntl_waitpid($process, $status);
    echo pcntl_wifexited($status) ? '' : ' crashed', "\n";
}

function on_alarm(callable $act): void
{
    pcntl_signal(SIGALRM, $act);
    pcntl_alarm(1);
}

/**
 * Calls details() again while the server answers normally: perhaps not all three interrupted reads had begun.
 *
 * @param list<string> $ids
 */
function next_details(FaultServer $server, Client $client, array $ids): string
{
    $server->default('answer');

    return summary($client->orders()->details($ids));
}

/** @param array<string, mixed> $details */
function summary(array $details): string
{
    return implode(' ', array_map(static fn (mixed $detail) => is_array($detail) ? 'order' : 'none', $details));
}

$server = fault_server('--tls');
$other = fault_server('--tls');
$client = new Client('key', $server->options(['timeout' => 8, 'retries' => 0]));
$calls = new Client('key', $other->options());
$ids = ['a', 'b', 'c'];
pcntl_async_signals(true);
// Newer libcurl waits for the first answer of an HTTP/1.1 server before it begins the other reads.
$slow = ['do' => 'answer', 'delay' => 1.5];

part('a handler that calls', static function () use ($client, $calls, $server, $ids, $slow): void {
    $server->script($slow, $slow, $slow);
    on_alarm(static fn () => print(summary($calls->orders()->details(['x', 'y'])) . ' inside, '));
    echo summary($client->orders()->details($ids));
});
part('a handler that throws', static function () use ($client, $server, $ids): void {
    $server->script('silent', 'silent', 'silent');
    on_alarm(static fn () => throw new \DomainException('stop'));
    try {
        $client->orders()->details($ids);
    } catch (\DomainException $stop) {
        echo $stop->getMessage(), ', then ', next_details($server, $client, $ids);
    }
});
part('a handler that exits', static function () use ($client, $server, $ids): void {
    register_shutdown_function(static fn () => print(next_details($server, $client, $ids) . ' in the shutdown function'));
    $server->script('silent', 'silent', 'silent');
    on_alarm(static fn () => exit(0));
    $client->orders()->details($ids);
});
part('a fatal error', static function () use ($client, $server, $ids): void {
    ini_set('display_errors', '0');
    register_shutdown_function(static fn () => print(next_details($server, $client, $ids) . ' in the shutdown function'));
    $server->script('silent', 'silent', 'silent');
    on_alarm(static fn () => eval('function strlen() {}'));
    $client->orders()->details($ids);
});
part('a handler that forks', static function () use ($client, $server, $ids, $slow): void {
    $server->script($slow, $slow, $slow);
    $child = null;
    on_alarm(static function () use (&$child): void {
        $child = pcntl_fork();
    });
    $outcome = summary($client->orders()->details($ids));
    if ($child === 0) {
        echo "child: {$outcome}, then ", summary($client->orders()->details($ids));
        exit(0);
    }
    pcntl_waitpid($child, $status);
    echo "; parent: {$outcome}";
});
$server->stop();
$other->stop();
?>
--EXPECT--
a handler that calls: order order inside, order order order
a handler that throws: stop, then order order order
a handler that exits: order order order in the shutdown function
a fatal error: order order order in the shutdown function
a handler that forks: child: none none none, then order order order; parent: order order order
