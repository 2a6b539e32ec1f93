<?php

declare(strict_types=1);

// ./dev demo --refunds: kills workers of examples/03-refunds.php, and counts the refunds that the gateway gets.

namespace AurpayExample;

require dirname(__DIR__, 2) . '/examples/shop/bootstrap.php';
require __DIR__ . '/checks.php';

$folder = sys_get_temp_dir() . '/aurpay-refunds-' . bin2hex(random_bytes(6));
mkdir($folder, 0700);
register_shutdown_function(static function () use ($folder): void {
    array_map('unlink', glob("{$folder}/*") ?: []);
    rmdir($folder);
});
putenv("AURPAY_SHOP_DATABASE={$folder}/shop.sqlite");

/** @return resource a process of the example */
function start(string ...$arguments)
{
    $php = preg_split('~\s+~', (string) getenv('AURPAY_PHP_ARGS'), -1, PREG_SPLIT_NO_EMPTY) ?: [];
    $null = ['file', '/dev/null', 'w'];
    $process = proc_open(
        [PHP_BINARY, ...$php, dirname(__DIR__, 2) . '/examples/03-refunds.php', ...$arguments],
        [['file', '/dev/null', 'r'], $null, $null],
        $pipes,
    );

    return is_resource($process) ? $process : throw new \RuntimeException('PHP does not start');
}

/** @return int its exit status */
function runExample(string ...$arguments): int
{
    return proc_close(start(...$arguments));
}

/** How many refunds of a payment the gateway got. */
function sent(string $id): int
{
    $count = 0;
    foreach ((array) (Customer::control('GET', '/requests')['requests'] ?? []) as $request) {
        assert(is_array($request) && is_string($request['target']));
        $count += $request['method'] === 'POST' && str_ends_with($request['target'], "/refund/{$id}") ? 1 : 0;
    }

    return $count;
}

/** @param array<string, bool|int|string> $fault */
function fault(array $fault): void
{
    Customer::control('POST', '/faults', $fault + ['method' => 'POST', 'path' => '/api/v2/order/refund/']);
}

/** A worker that is killed while it waits for the gateway's answer. */
function killWorkerThatWaits(RefundBook $book, string $id): void
{
    $worker = start('work');
    for ($deadline = microtime(true) + 60; sent($id) === 0;) {
        microtime(true) < $deadline || throw new \RuntimeException('The worker sends nothing');
        usleep(20_000);
    }
    proc_terminate($worker, SIGKILL);
    proc_close($worker);
}

$book = RefundBook::open();
$checks = new Checks();

$id = paidPayment();
runExample('request', $id);
runExample('request', $id);
$workers = [start('work'), start('work')];
array_map(proc_close(...), $workers);
$checks->same('two requests and two workers at once send one refund', ['made', 1], [$book->state($id), sent($id)]);

$id = paidPayment();
fault(['drop' => true, 'execute' => true]);
runExample('request', $id);
runExample('work');
$checks->same('a refund whose answer is lost is unknown', ['unknown', 1], [$book->state($id), sent($id)]);
runExample('work');
runExample('ask');
$checks->same('it is never sent again, and asking finds that it was made', ['made', 1], [$book->state($id), sent($id)]);

$id = paidPayment();
fault(['delay_ms' => 3000]);
runExample('request', $id);
killWorkerThatWaits($book, $id);
$checks->same('a worker that was killed leaves its refund "sending"', 'sending', $book->state($id));
runExample('work');
$checks->same('the next worker does not send it again', ['sending', 1], [$book->state($id), sent($id)]);
for ($deadline = microtime(true) + 60; $book->state($id) !== 'made' && microtime(true) < $deadline;) {
    runExample('ask');
    usleep(100_000);
}
$checks->same('asking finds that it was made', ['made', 1], [$book->state($id), sent($id)]);

$id = paidPayment();
fault(['status' => 400, 'body' => '{"result": false, "code": 40005, "message": "no balance"}']);
runExample('request', $id);
runExample('work');
$checks->same('a refund that is refused is told as refused', ['refused', 1], [$book->state($id), sent($id)]);
runExample('ask');
$checks->same('and nothing is asked about it', 'refused', $book->state($id));
runExample('request', $id);
runExample('work');
$checks->same('one that was refused can be requested again', ['made', 2], [$book->state($id), sent($id)]);
runExample('request', $id);
$checks->same('one that was made cannot', 'made', $book->state($id));
$checks->same('an id that can be none is refused, and not written down', [2, 'none'], [runExample('request', '../1'), $book->state('../1')]);
$checks->finish();
