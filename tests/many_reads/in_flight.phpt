--TEST--
A logger that runs while other reads of details() are in flight may call, fork, exit, throw or exceed memory_limit: the next call works
--SKIPIF--
<?php

if (!function_exists('pcntl_fork')) {
    die('skip needs ext-pcntl');
}
?>
--INI--
display_errors=0
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

final class Logger
{
    /** @var list<string> */
    public array $paths = [];

    public function __construct(private readonly \Closure $first)
    {
    }

    public function log(mixed $level, string $message, array $context): void
    {
        $this->paths[] = basename($context['path']);
        if (count($this->paths) === 1) {
            ($this->first)();
        }
    }
}

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

/** @param array<string, mixed> $details */
function summary(array $details): string
{
    return implode(' ', array_map(static fn (mixed $detail) => is_array($detail) ? 'order' : 'none', $details));
}

$server = fault_server();
$ids = ['a', 'b', 'c', 'd', 'e'];
// One answer arrives at once. While its line is logged, two other reads are in flight and two have not begun.
$slow = ['do' => 'answer', 'delay' => 0.5];
$begin = static function (Logger $logger) use ($server, $slow): Client {
    $server->reset();
    $server->script('answer', $slow, $slow);

    return new Client('key', $server->options(['timeout' => 8, 'retries' => 0, 'concurrency' => 3, 'logger' => $logger]));
};
$plain = new Client('key', $server->options(['timeout' => 8, 'retries' => 0]));
$next = static function () use ($server, $plain, $ids): void {
    $server->reset();
    echo summary($plain->orders()->details($ids)), ' in the shutdown function';
};

part('calls', static function () use ($begin, $plain, $ids): void {
    $logger = new Logger(static fn () => print(summary($plain->orders()->details(['x', 'y', 'z'])) . ' inside, '));
    $details = $begin($logger)->orders()->details($ids);
    sort($logger->paths);
    echo summary($details), ', ids ', implode('', array_keys($details)), ', lines ', implode('', $logger->paths);
});
part('exits', static function () use ($begin, $next, $ids): void {
    register_shutdown_function($next);
    $begin(new Logger(static fn () => exit(0)))->orders()->details($ids);
    echo 'went on';
});
part('fails', static function () use ($begin, $next, $ids): void {
    register_shutdown_function($next);
    $begin(new Logger(static fn () => eval('function strlen() {}')))->orders()->details($ids);
    echo 'went on';
});
part('forks', static function () use ($begin, $plain, $ids): void {
    $child = null;
    $client = $begin(new Logger(static function () use (&$child): void {
        $child = pcntl_fork();
    }));
    $details = $client->orders()->details($ids);
    if ($child === 0) {
        echo 'child: ', count(array_filter($details, is_array(...))), ' order and ',
            count(array_filter($details, static fn (mixed $detail) => $detail instanceof \Aurpay\TransportException)), ' interrupted, then ',
            summary($plain->orders()->details($ids));
        exit(0);
    }
    pcntl_waitpid($child, $status);
    echo '; parent: ', summary($details);
});
part('memory_limit while an answer becomes an array', static function () use ($server, $plain, $next, $ids, $slow): void {
    register_shutdown_function(static function () use ($next): void {
        ini_set('memory_limit', '-1');
        $next();
    });
    $large = '{"code":0,"result":true,"data":[' . str_repeat('{"a":[1]},', 100_000) . '1]}';
    $server->reset();
    $server->script(['do' => 'answer', 'body' => $large], $slow, $slow);
    unset($large);
    if (getenv('USE_ZEND_ALLOC') === '0') {
        // Under valgrind the allocator has no limit.
        return;
    }
    ini_set('memory_limit', (string) (memory_get_usage() + 12 * 1024 * 1024));
    $plain->orders()->details($ids);
    echo 'there was enough memory';
});
$server->stop();
?>
--EXPECT--
calls: order order order inside, order order order order order, ids abcde, lines abcde
exits: order order order order order in the shutdown function
fails: order order order order order in the shutdown function
forks: child: 1 order and 4 interrupted, then order order order order order; parent: order order order order order
memory_limit while an answer becomes an array: order order order order order in the shutdown function
