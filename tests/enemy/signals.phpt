--TEST--
A signal arrives while a call of any method waits on the wire, and its handler returns, throws, exits, makes another call, tries to suspend a Fiber, dies or forks: the call goes on or ends, a request that is not a read is sent once, and the next call works
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

use AurpayTest\Child;

require __DIR__ . '/suite/load.php';

const AT_ONCE = 12;

function walk(mixed $result): string
{
    if ($result instanceof \Traversable) {
        foreach ($result as $element) {
        }
    }

    return get_debug_type($result);
}

/** A client's call on the wire, whose server sends a signal. */
function outcome(Accepted $call): string
{
    try {
        return walk($call->result());
    } catch (\Throwable $thrown) {
        return $thrown::class . ($thrown->getPrevious() ? ' after ' . ($thrown->getPrevious()->getPrevious() ?? $thrown->getPrevious())::class : '');
    }
}

/**
 * What a handler does; how the call ends, for a read and for what is not one; the status of the process; and how many
 * requests that are no reads the server gets for one such call.
 *
 * @return array<string, array{\Closure(Accepted): mixed, string, string, int, int}>
 */
function acts(): array
{
    $doubt = 'Aurpay\OutcomeUnknownException after ' . Thrown::class;

    return [
        'returns' => [static fn (): mixed => null, 'due', 'due', 0, 1],
        'throws' => [static fn (): never => throw new Thrown(), Thrown::class, $doubt, 0, 1],
        'exits' => [static fn () => exit(3), 'none', 'none', 3, 1],
        'makes a call' => [static fn (Accepted $call): string => walk($call->result()), 'due', 'due', 0, 2],
        'makes a call and throws' => [static fn (Accepted $call): never => throw new Thrown(walk($call->result())), Thrown::class, $doubt, 0, 2],
        'suspends' => [static function (): void {
            try {
                \Fiber::suspend();
                echo 'it is suspended';
            } catch (\FiberError) {
            }
        }, 'due', 'due', 0, 1],
        'dies' => [static fn () => eval('function strlen() {}'), 'none', 'none', 255, 1],
        'forks' => [static function (Accepted $call): void {
            $child = pcntl_fork();
            if ($child === 0) {
                exit(walk($call->result()) === '' ? 8 : 9);
            }
            pcntl_waitpid($child, $status);
            pcntl_wexitstatus($status) === 9 || print("the forked process ends with {$status}\n");
        }, 'due', 'due', 0, 2],
    ];
}

/** Runs in a process of its own, with its own connections. */
function act(string $name, Accepted $learned, string $baseUri): void
{
    [$act, $read, $write] = acts()[$name];
    $path = str_contains($learned->method->class, 'AzPays') ? '/azpays' : '/aurpay';
    $with = static function (string $agent) use ($learned, $baseUri, $path): Accepted {
        Objects::forget();
        Objects::$more = static fn (): array => [
            'base_uri' => $baseUri . $path, 'handler' => null, 'timeout' => 60, 'user_agent' => $agent,
        ];

        return $learned->anew();
    };
    $due = outcome($with('plain'));
    $call = $with('signal ' . getmypid() . ' ' . Api::name($learned->method) . " {$name}");
    pcntl_async_signals(true);
    pcntl_signal(SIGUSR1, static fn () => $act($call));
    $is = outcome($call);
    pcntl_signal(SIGUSR1, SIG_IGN);
    $expected = is_read($learned) ? $read : $write;
    if ($is !== ($expected === 'due' ? $due : $expected)) {
        echo Api::name($learned->method), ", a handler that {$name}: {$is}, not {$expected}\n";
    }
    if (outcome($call) !== $due) {
        echo Api::name($learned->method), ", a handler that {$name}: the next call fails\n";
    }
    exit(0);
}

/** Whether the call only reads, as the stand-in for the network sees it. */
function is_read(Accepted $call): bool
{
    $wire = Objects::wireOf($call->method->class);
    $isRead = true;
    $wire->act = static function (string $method) use (&$isRead): void {
        $isRead = $isRead && $method === 'GET';
    };
    [$more, Objects::$more] = [Objects::$more, null];
    Objects::forget();
    outcome($call->anew());
    [$wire->act, Objects::$more] = [null, $more];

    return $isRead;
}

$server = Child::python('../enemy/signalling_server.py');
$cases = [];
foreach (Api::allMethods() as $method) {
    if ($method->isPublic() && !$method->isConstructor()) {
        $call = Accepted::of($method);
        if (Places::sends($call)) {
            foreach (array_keys(acts()) as $name) {
                $cases[] = [$name, $call];
            }
        }
    }
}
$running = [];
foreach ([...$cases, ...array_fill(0, AT_ONCE, null)] as $case) {
    if (count($running) >= AT_ONCE || $case === null) {
        if (($child = pcntl_wait($status)) > 0) {
            [$name, $call] = $running[$child];
            unset($running[$child]);
            $is = pcntl_wifexited($status) ? pcntl_wexitstatus($status) : 'signal ' . pcntl_wtermsig($status);
            if ($is !== acts()[$name][3]) {
                echo Api::name($call->method), ", a handler that {$name}: status {$is}\n";
            }
        }
    }
    if ($case !== null) {
        $child = pcntl_fork();
        if ($child === 0) {
            act($case[0], $case[1], $server->info['base_uri']);
        }
        $running[$child] = $case;
    }
}
$written = 0;
foreach ($server->ask('written') as $agent => $count) {
    [, , $name] = explode(' ', $agent, 3) + ['', '', ''];
    if ($name !== '') {
        $written++;
        $act = preg_replace('/^\S+ /', '', $name);
        // The call after the signal, too, unless the process is gone.
        $due = acts()[$act][4] + (acts()[$act][3] === 0 ? 1 : 0);
        $count === $due || print("{$name}: {$count} requests that are no reads, not {$due}\n");
    }
}
$server->stop();
echo count($cases) >= 200 && $written >= 80 ? "all were tried\n" : count($cases) . " cases, {$written} that are no reads\n";
?>
--EXPECT--
all were tried
