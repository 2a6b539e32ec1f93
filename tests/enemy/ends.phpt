--TEST--
Wherever a call of any method runs the shop's code, that code ends the script by exit, a fatal error, or exit in a Fiber, or forks: shutdown functions and destructors still make calls, and the process ends orderly
--SKIPIF--
<?php

if (!function_exists('pcntl_fork')) {
    die('skip needs ext-pcntl');
}
?>
--INI--
display_errors=0
error_log=/dev/null
--FILE--
<?php

namespace AurpayTest\Enemy;

require __DIR__ . '/suite/load.php';

/** By a bail-out, as memory_limit does. */
function fatal_error(): void
{
    eval('function strlen() {}');
}

/** Makes its call when it is destroyed, after an exit at the end of the script. */
final class AtTheEnd
{
    public function __construct(private readonly \Closure $act)
    {
    }

    public function __destruct()
    {
        ($this->act)();
    }
}

/** @return array<string, array{\Closure(): mixed, int}> how the code ends, and the status of the process */
function ends(Accepted $call): array
{
    return [
        'exit' => [static fn () => exit(3), 3],
        'exit with words' => [static fn () => exit(''), 0],
        'a fatal error' => [fatal_error(...), 255],
        'exit in a Fiber' => [static fn () => (new \Fiber(static fn () => exit(4)))->start(), 4],
        'a fatal error in a Fiber' => [static fn () => (new \Fiber(fatal_error(...)))->start(), 255],
        'exit in a destructor' => [static fn () => new AtTheEnd(static fn () => exit(5)), 5],
        'a fork' => [static function () use ($call): void {
            $child = pcntl_fork();
            if ($child === 0) {
                $call->result();
                exit(6);
            }
            pcntl_waitpid($child, $status);
            pcntl_wexitstatus($status) === 6 || print("the forked process ends with {$status}\n");
        }, 7],
        'a fork whose child goes on' => [static function (): void {
            $child = pcntl_fork();
            if ($child > 0) {
                pcntl_waitpid($child, $status);
                pcntl_wexitstatus($status) === 7 || print("the forked process ends with {$status}\n");
            }
        }, 7],
    ];
}

/** An id or an amount is no Stringable: such a place is never reached. */
function is_reached(\Closure $make): bool
{
    $isReached = false;
    try {
        $make(static function () use (&$isReached): void {
            $isReached = true;
        });
    } catch (\Aurpay\AurpayException|\TypeError) {
    } finally {
        Places::clear();
    }

    return $isReached;
}

Objects::$more = Places::options(...);
// Each place meets one of the ends; AURPAY_ENEMY_FULL=1 tries them all.
$isFull = (bool) getenv('AURPAY_ENEMY_FULL');
$tried = 0;
foreach (Api::allMethods() as $method) {
    if (!$method->isPublic()) {
        continue;
    }
    $call = Accepted::of($method);
    foreach (Places::of($call) as $place => $make) {
        if (!is_reached($make)) {
            continue;
        }
        $due = get_debug_type($call->result());
        $ends = ends($call);
        foreach ($isFull ? $ends : array_slice($ends, ($tried + intdiv($tried, count($ends))) % count($ends), 1) as $name => [$end, $expected]) {
            $tried++;
            $child = pcntl_fork();
            if ($child === 0) {
                $next = static function (string $where) use ($call, $due): void {
                    Places::clear();
                    $is = get_debug_type($call->result());
                    $is === $due || print("{$where}: {$is}, not {$due}\n");
                    echo '.';
                };
                ob_start(static fn (string $output): string => $output === '..' ? '' : "{$output} instead of two calls\n");
                register_shutdown_function($next, 'shutdown function');
                $last = new AtTheEnd(static fn () => $next('destructor'));
                if ($expected === 255) {
                    // Destructors do not run after a fatal error.
                    register_shutdown_function($next, 'second shutdown function');
                }
                $make($end);
                exit(7);
            }
            pcntl_waitpid($child, $status);
            $is = pcntl_wifexited($status) ? pcntl_wexitstatus($status) : 'signal ' . pcntl_wtermsig($status);
            if ($is !== $expected) {
                echo Api::name($method), ", {$place}, {$name}: status {$is}, not {$expected}\n";
            }
        }
    }
}
echo $tried > 80 ? "all were tried\n" : "{$tried} ends\n";
?>
--EXPECT--
all were tried
