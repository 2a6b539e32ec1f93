--TEST--
SIGINT and SIGTERM from outside: handlers run promptly while a call connects, waits for an answer or pauses before a retry; without a handler the process ends promptly
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

const PROMPTLY = 20;

/** Sends the signal to this process soon, like Ctrl-C or a supervisor; the calls last far longer. */
function send_soon(int $signal): void
{
    exec(sprintf('(sleep 0.5; kill -%d %d) >/dev/null 2>&1 &', $signal, getmypid()));
}

/** Runs in a child, because a signal without a handler ends the process. */
function start_child(callable $run): int
{
    $child = pcntl_fork();
    if ($child === 0) {
        $run();
        exit(1);
    }

    return $child;
}

function end_of(int $child): string
{
    pcntl_waitpid($child, $status);

    return pcntl_wifsignaled($status) ? 'ended by signal ' . pcntl_wtermsig($status) : 'status ' . pcntl_wexitstatus($status);
}

$server = fault_server('--tls');
$mute = stream_socket_server('tcp://127.0.0.1:0');
$wait = ['do' => 'answer', 'status' => 503, 'headers' => ['Retry-After' => '100'], 'body' => ''];
$stages = [
    'connecting' => ['GET', [], ['base_uri' => 'https://' . stream_socket_get_name($mute, false), 'connect_timeout' => 200]],
    'waiting for the answer' => ['GET', ['do' => 'silent'], []],
    'waiting for the answer to a POST' => ['POST', ['do' => 'silent'], []],
    'in the middle of the answer' => ['GET', ['do' => 'drip', 'body' => str_repeat(' ', 5000), 'interval' => 0.1], []],
    'waiting for the next attempt' => ['GET', $wait, []],
];
$call = static function (array $stage) use ($server): void {
    [$method, , $more] = $stage;
    (new Client('key', $more + $server->options(['timeout' => 200])))->request($method, '/x');
};
foreach ($stages as $name => $stage) {
    $server->script(...($stage[1] ? array_fill(0, 4, $stage[1]) : []));
    $children = [];
    $start = microtime(true);
    foreach (['SIGINT' => SIGINT, 'SIGTERM' => SIGTERM] as $signalName => $signal) {
        $children["{$name}, {$signalName}, a handler that exits"] = start_child(static function () use ($signal, $stage, $call): void {
            pcntl_async_signals(true);
            pcntl_signal($signal, static fn () => exit(3));
            send_soon($signal);
            $call($stage);
        });
        $children["{$name}, {$signalName}, no handler"] = start_child(static function () use ($signal, $stage, $call): void {
            // The tests may have been started with the signal ignored.
            pcntl_signal($signal, SIG_DFL);
            send_soon($signal);
            $call($stage);
        });
    }
    foreach ($children as $what => $child) {
        echo "{$what}: ", end_of($child), microtime(true) - $start < PROMPTLY ? '' : ', late', "\n";
    }
}

echo "a handler that only counts the signal lets the call go on\n";
$seen = 0;
pcntl_async_signals(true);
pcntl_signal(SIGTERM, static function () use (&$seen): void {
    $seen++;
});
$server->reset();
$server->script(['do' => 'answer', 'delay' => 3]);
send_soon(SIGTERM);
echo (new Client('key', $server->options()))->request('POST', '/long')['target'], ", seen: {$seen}, executed: {$server->executed()}\n";
$server->stop();
?>
--EXPECT--
connecting, SIGINT, a handler that exits: status 3
connecting, SIGINT, no handler: ended by signal 2
connecting, SIGTERM, a handler that exits: status 3
connecting, SIGTERM, no handler: ended by signal 15
waiting for the answer, SIGINT, a handler that exits: status 3
waiting for the answer, SIGINT, no handler: ended by signal 2
waiting for the answer, SIGTERM, a handler that exits: status 3
waiting for the answer, SIGTERM, no handler: ended by signal 15
waiting for the answer to a POST, SIGINT, a handler that exits: status 3
waiting for the answer to a POST, SIGINT, no handler: ended by signal 2
waiting for the answer to a POST, SIGTERM, a handler that exits: status 3
waiting for the answer to a POST, SIGTERM, no handler: ended by signal 15
in the middle of the answer, SIGINT, a handler that exits: status 3
in the middle of the answer, SIGINT, no handler: ended by signal 2
in the middle of the answer, SIGTERM, a handler that exits: status 3
in the middle of the answer, SIGTERM, no handler: ended by signal 15
waiting for the next attempt, SIGINT, a handler that exits: status 3
waiting for the next attempt, SIGINT, no handler: ended by signal 2
waiting for the next attempt, SIGTERM, a handler that exits: status 3
waiting for the next attempt, SIGTERM, no handler: ended by signal 15
a handler that only counts the signal lets the call go on
/long, seen: 1, executed: 1
