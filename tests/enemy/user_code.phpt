--TEST--
Wherever a call of any method runs the shop's code (handler, logger, __toString(), iterators, generators, a date's method), that code throws, calls the same method again, collects garbage, turns warnings into exceptions, drops objects, handles signals and ticks: nothing else changes, and the next call works
--SKIPIF--
<?php

if (!function_exists('pcntl_async_signals')) {
    die('skip needs ext-pcntl');
}
?>
--INI--
error_log=/dev/null
--FILE--
<?php

namespace AurpayTest\Enemy;

require __DIR__ . '/suite/load.php';

/** Makes enough garbage in cycles that the collector runs by itself, too. */
function litter(): void
{
    for ($i = 0; $i < 2000; $i++) {
        $junk = new \stdClass();
        $junk->self = $junk;
    }
    gc_collect_cycles();
}

/** Sends a signal to this process. Not every PHP has ext-posix. */
function raise(): void
{
    if (function_exists('posix_kill')) {
        posix_kill(posix_getpid(), SIGUSR1);
    } else {
        exec('kill -USR1 ' . getmypid());
    }
}

/** @return array<string, \Closure(Accepted): (\Closure(): mixed)> */
function acts(): array
{
    return [
        'nothing' => static fn (Accepted $call): \Closure => static fn (): mixed => null,
        'an exception' => static fn (Accepted $call): \Closure => static fn (): never => throw new Thrown(),
        'the same call' => static fn (Accepted $call): \Closure => static function () use ($call): void {
            $result = $call->result();
            foreach ($result instanceof \Traversable ? $result : [] as $element) {
            }
        },
        'another constructor' => static fn (Accepted $call): \Closure => static function () use ($call): void {
            try {
                $call->object?->__construct('1', []);
            } catch (\Error) {
            }
        },
        'garbage' => static fn (Accepted $call): \Closure => litter(...),
        'an error handler that throws' => static fn (Accepted $call): \Closure => static function (): void {
            set_error_handler(static fn (): never => throw new Thrown());
            try {
                trigger_error('on purpose', E_USER_WARNING);
            } finally {
                restore_error_handler();
            }
        },
        'a changed handler' => static fn (Accepted $call): \Closure => Places::clear(...),
        'objects dropped' => static fn (Accepted $call): \Closure => static function (): void {
            Objects::forget();
            gc_collect_cycles();
        },
        'an output buffer whose callback calls' => static fn (Accepted $call): \Closure => static function () use ($call): void {
            ob_start(static function () use ($call): string {
                $call->result();

                return '';
            });
            echo 'x';
            ob_end_flush();
        },
        'a destructor that throws' => static fn (Accepted $call): \Closure => static function (): void {
            $object = new class () {
                public function __destruct()
                {
                    throw new Thrown();
                }
            };
            unset($object);
        },
        'a signal whose handler calls' => static fn (Accepted $call): \Closure => static function () use ($call): void {
            pcntl_signal(SIGUSR1, static fn (): mixed => $call->result());
            raise();
        },
        'a signal whose handler throws' => static fn (Accepted $call): \Closure => static function (): void {
            pcntl_signal(SIGUSR1, static fn (): never => throw new Thrown());
            raise();
        },
        // PHP 8.6.0RC3 has no tick after an assignment.
        'a tick that calls' => static fn (Accepted $call): \Closure => static function () use ($call): void {
            $tick = static fn (): mixed => $call->result();
            register_tick_function($tick);
            declare(ticks=1) {
                getmypid();
            }
            unregister_tick_function($tick);
        },
        'a tick that throws' => static fn (Accepted $call): \Closure => static function (): void {
            $tick = static fn (): never => throw new Thrown();
            register_tick_function($tick);
            try {
                declare(ticks=1) {
                    getmypid();
                }
            } finally {
                unregister_tick_function($tick);
            }
        },
        'a generator that is dropped in its call' => static fn (Accepted $call): \Closure => static function () use ($call): void {
            $generator = (static function () use ($call): \Generator {
                yield 1;
                try {
                    yield 2;
                } finally {
                    $call->result();
                }
            })();
            $generator->current();
            $generator->next();
        },
    ];
}

/** What the place does without any act, and with one that throws. */
function is_as_due(string $place, string $act, string $outcome, string $usual): bool
{
    $throws = in_array($act, ['an exception', 'an error handler that throws', 'a destructor that throws', 'a signal whose handler throws', 'a tick that throws'], true);
    // A logger's exception goes nowhere.
    if ($throws && $place !== 'logger') {
        return $outcome === Thrown::class || $usual === 'TypeError';
    }

    return $outcome === $usual;
}

pcntl_async_signals(true);
Objects::$more = Places::options(...);
Diagnostics::collect();
$tried = 0;
$places = [];
foreach (Api::allMethods() as $method) {
    if (!$method->isPublic()) {
        continue;
    }
    Objects::forget();
    $call = Accepted::of($method);
    foreach (Places::of($call) as $place => $make) {
        $places[preg_replace('/ for .*/', '', $place)] = true;
        $outcome = static function (\Closure $act) use ($make): string {
            try {
                return get_debug_type($make($act));
            } catch (\Throwable $thrown) {
                return $thrown::class;
            } finally {
                Places::clear();
            }
        };
        $usual = $outcome(static fn (): mixed => null);
        foreach (acts() as $name => $act) {
            $tried++;
            $is = $outcome($act($call));
            $what = Api::name($method) . ", {$place}, {$name}";
            if (!is_as_due($place, $name, $is, $usual)) {
                echo "{$what}: {$is}, not {$usual}\n";
            }
            foreach (Diagnostics::take() as $message) {
                $message === 'on purpose' || print("{$what}: {$message}\n");
            }
            if (($after = $outcome(static fn (): mixed => null)) !== $usual) {
                echo "{$what}: afterwards {$after}, not {$usual}\n";
            }
        }
    }
}
ksort($places);
echo implode(', ', array_keys($places)), "\n", $tried > 800 ? "all were tried\n" : "{$tried} calls\n";
?>
--EXPECT--
__toString(), a date's method, a generator, a generator by reference, an iterator, handler, logger
all were tried
