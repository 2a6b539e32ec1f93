--TEST--
Whatever a web request does around its calls, the next one in the same php-fpm worker works on the same connection, and the worker leaks no descriptor
--SKIPIF--
<?php

require __DIR__ . '/../support/fpm.php';
AurpayTest\skip_unless_fpm();
?>
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/fpm.php';

function envelope(int $count, string $last): string
{
    return '{"code":0,"result":true,"data":[' . str_repeat('{"amount":1.5,"b":[2.5]},', $count) . "\"{$last}\"]}";
}

$server = fault_server('--tls');
$fpm = Fpm::start(workers: 1, ini: ['display_errors' => 0]);
$options = var_export($server->options(['timeout' => 20]), true);
$fpm->write('act.php', "<?php const OPTIONS = {$options};\n" . <<<'PHP'
    final class Logger
    {
        public function __construct(private Closure $act)
        {
        }

        public function log(mixed $level, string|Stringable $message, array $context = []): void
        {
            ($this->act)();
        }
    }

    final class AtTheEnd
    {
        public ?self $cycle = null;

        public function __destruct()
        {
            if (in_array('list', array_column(debug_backtrace(), 'function'), true)) {
                header('X-Within: a destructor within list()');
            }
            (new Aurpay\Client('key', OPTIONS))->request('POST', '/destructor');
        }
    }

    function call(array $more = []): mixed
    {
        (new Aurpay\Client('key', $more + OPTIONS))->orders()->refund('1');

        return (new Aurpay\Client('key', $more + OPTIONS))->orders()->list();
    }

    // A bail-out, like memory_limit's.
    function fatal_error(): void
    {
        eval('function strlen() {}');
    }

    // Makes objects in cycles until only that many more possible roots start the collector.
    function litter(int $few): void
    {
        while (gc_status()['roots'] < gc_status()['threshold'] - $few) {
            $junk = new stdClass();
            $junk->self = $junk;
        }
    }

    switch ($_GET['act']) {
        case 'exit in a shutdown function':
            register_shutdown_function(static function (): void {
                call();
                exit(1);
            });
            call();
            break;
        case 'fatal error in a logger':
            call(['logger' => new Logger(fatal_error(...))]);
            break;
        case 'exit in a logger':
            call(['logger' => new Logger(static fn () => exit(1))]);
            break;
        case 'exception in a logger':
            ini_set('error_log', '/dev/null');
            echo call(['logger' => new Logger(static fn () => throw new DomainException('the disk is full'))])['target'];
            break;
        case 'a Fiber that suspends in the logger for good':
            $fiber = new Fiber(static fn () => call(['logger' => new Logger(static fn () => Fiber::suspend())]));
            $fiber->start();
            call();
            break;
        case 'a call in the logger':
            ini_set('error_log', '/dev/null');
            echo call(['logger' => new Logger(static fn () => call())])['target'];
            break;
        case 'a session handler that calls at shutdown':
            $write = static fn (): bool => (bool) call();
            if (function_exists('session_set_save_handler')) {
                session_set_save_handler(static fn () => true, $write, static fn () => '', static fn () => $write(), static fn () => true, static fn () => 0);
                session_start();
                $_SESSION['a'] = 1;
            } else {
                // In a PHP without sessions this is the latest possible place.
                ob_start(static fn (): string => $write() && $write() ? '' : 'no');
            }
            call();
            break;
        case 'a destructor that calls while an answer is decoded':
            $orders = (new Aurpay\Client('key', OPTIONS))->orders();
            // The call adds one root when it frees the envelope; PHP's versions differ in the others.
            for ($few = 1; $few <= 6; $few++) {
                $object = new AtTheEnd();
                $object->cycle = $object;
                unset($object);
                litter($few);
                $counts[] = count($orders->list());
                gc_collect_cycles();
            }
            echo implode(' ', $counts);
            break;
        case 'destructors and an output callback that call at the end':
            $global = new AtTheEnd();
            ob_start(static fn (): string => (string) (bool) call());
            call();
            break;
        case 'memory_limit while an answer is decoded':
            ini_set('memory_limit', (string) (memory_get_usage() + 8 * 1024 * 1024));
            (new Aurpay\Client('key', OPTIONS))->request('GET', '/large');
            break;
    }
    PHP);
$fpm->write('next.php', "<?php const OPTIONS = {$options};\n" . <<<'PHP'
    $client = new Aurpay\Client('key', OPTIONS);
    echo json_encode([
        getmypid(), $client->orders()->detail('2')['target'], $client->orders()->refund('2')['target'],
        count(scandir('/proc/self/fd')),
    ]);
    PHP);

[$worker, , , $descriptors] = $fpm->get('next.php')->json();
$acts = [
    'exit in a shutdown function', 'fatal error in a logger', 'exit in a logger', 'exception in a logger',
    'a Fiber that suspends in the logger for good', 'a call in the logger', 'a session handler that calls at shutdown',
    'a destructor that calls while an answer is decoded', 'destructors and an output callback that call at the end',
    'memory_limit while an answer is decoded',
];
// One long string exceeds the limit: a ZTS PHP still needs a little memory afterwards, and without it php-fpm dies.
$answers = [
    'a destructor that calls while an answer is decoded' => ['body' => envelope(1000, '')],
    'memory_limit while an answer is decoded' => ['body' => envelope(1000, str_repeat('x', 12 * 1024 * 1024))],
];
foreach ($acts as $act) {
    $server->reset();
    foreach (range(1, 3) as $round) {
        $server->default(['do' => 'answer'] + ($answers[$act] ?? []));
        $response = $fpm->get('act.php', ['act' => $act]);
        $server->default('answer');
        [$process, $read, $write, $open] = $fpm->get('next.php')->json();
    }
    $counts = $server->counts();
    $others = array_filter($server->log(), static fn (array $entry): bool => $entry['method'] !== 'GET');
    $connections = $counts['connections'] - connections_of_their_own(count($others));
    // An allocator that is not tracked has no limit.
    $isUnlimited = getenv('USE_ZEND_ALLOC') === '0' && !getenv('USE_TRACKED_ALLOC');
    $status = str_starts_with($act, 'memory_limit') && $isUnlimited ? 500 : $response->status;
    echo "{$act}: status ", implode(', ', array_filter([$status, $response->headers['x-within'] ?? '', trim($response->body)])), "\n  next: ",
        $process === $worker ? 'the same worker' : 'another worker', ", {$read}, {$write}, ", max(0, $open - $descriptors),
        " leaked descriptors, {$counts['requests']} requests on {$connections} new connections\n";
}
$fpm->stop();
$server->stop();
?>
--EXPECT--
exit in a shutdown function: status 200
  next: the same worker, /api/v2/order/detail/2, /api/v2/order/refund/2, 0 leaked descriptors, 18 requests on 0 new connections
fatal error in a logger: status 500
  next: the same worker, /api/v2/order/detail/2, /api/v2/order/refund/2, 0 leaked descriptors, 9 requests on 0 new connections
exit in a logger: status 200
  next: the same worker, /api/v2/order/detail/2, /api/v2/order/refund/2, 0 leaked descriptors, 9 requests on 0 new connections
exception in a logger: status 200, /api/v2/order/
  next: the same worker, /api/v2/order/detail/2, /api/v2/order/refund/2, 0 leaked descriptors, 12 requests on 0 new connections
a Fiber that suspends in the logger for good: status 200
  next: the same worker, /api/v2/order/detail/2, /api/v2/order/refund/2, 0 leaked descriptors, 15 requests on 0 new connections
a call in the logger: status 200, /api/v2/order/
  next: the same worker, /api/v2/order/detail/2, /api/v2/order/refund/2, 0 leaked descriptors, 24 requests on 0 new connections
a session handler that calls at shutdown: status 200
  next: the same worker, /api/v2/order/detail/2, /api/v2/order/refund/2, 0 leaked descriptors, 24 requests on 0 new connections
a destructor that calls while an answer is decoded: status 200, a destructor within list(), 1001 1001 1001 1001 1001 1001
  next: the same worker, /api/v2/order/detail/2, /api/v2/order/refund/2, 0 leaked descriptors, 42 requests on 0 new connections
destructors and an output callback that call at the end: status 200, 1
  next: the same worker, /api/v2/order/detail/2, /api/v2/order/refund/2, 0 leaked descriptors, 21 requests on 0 new connections
memory_limit while an answer is decoded: status 500
  next: the same worker, /api/v2/order/detail/2, /api/v2/order/refund/2, 0 leaked descriptors, 9 requests on 0 new connections
