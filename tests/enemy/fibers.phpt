--TEST--
Fibers that suspend wherever a call of any method runs the shop's code: resumed in another order, ended by an exception, dropped, collected in a cycle, nested, or left to the end of the script; each call gets its own answer, and the next one works
--INI--
error_log=/dev/null
--FILE--
<?php

namespace AurpayTest\Enemy;

use Fiber;

require __DIR__ . '/suite/load.php';

/** A Fiber that has suspended inside of the call; null when the place is never reached. */
function suspended(\Closure $make): ?Fiber
{
    $fiber = new Fiber(static function () use ($make): string {
        try {
            return get_debug_type($make(Fiber::suspend(...)));
        } catch (\Exception|\TypeError $thrown) {
            return $thrown::class;
        }
    });
    $fiber->start();
    // The handler of this Fiber's call has run; that of the next one must be its own.
    return $fiber->isSuspended() ? $fiber : null;
}

Objects::$more = Places::options(...);
Diagnostics::collect();
$suspended = 0;
$kept = [];
foreach (Api::allMethods() as $method) {
    if (!$method->isPublic()) {
        continue;
    }
    $call = Accepted::of($method);
    foreach (Places::of($call) as $place => $make) {
        $what = Api::name($method) . ", {$place}";
        $usual = static function () use ($make): string {
            try {
                return get_debug_type($make(static fn (): mixed => null));
            } catch (\Exception|\TypeError $thrown) {
                return $thrown::class;
            } finally {
                Places::clear();
            }
        };
        $due = $usual();
        $one = suspended($make);
        if ($one === null) {
            continue;
        }
        $suspended++;
        [$two, $three, $thrown, $dropped] = [suspended($make), suspended($make), suspended($make), suspended($make)];
        $usual() === $due || print("{$what}: another call beside it ends with {$usual()}\n");
        foreach ([$three, $one, $two] as $fiber) {
            $fiber->resume();
            $fiber->isTerminated() && $fiber->getReturn() === $due || print("{$what}: a resumed call ends otherwise\n");
        }
        $thrown->throw(new Thrown());
        in_array($thrown->getReturn(), [$due, Thrown::class], true) || print("{$what}: {$thrown->getReturn()} after a throw\n");
        unset($dropped);
        // In a cycle, which only the collector finds.
        $cycle = new \stdClass();
        $cycle->fiber = suspended(static fn (\Closure $act): mixed => [$make($act), $cycle]);
        $cycle->self = $cycle;
        unset($cycle);
        gc_collect_cycles();
        // A call in the Fiber of another call, which ends first or last.
        $nested = suspended(static fn (\Closure $act): mixed => $make(static function () use ($make, $act): void {
            $inner = suspended($make);
            $act();
            $inner?->resume();
        }));
        $nested?->resume();
        $nested === null || $nested->getReturn() === $due || print("{$what}: {$nested->getReturn()} with a call in the call\n");
        $kept[] = suspended($make);
        $usual() === $due || print("{$what}: afterwards {$usual()}\n");
        foreach (Diagnostics::take() as $message) {
            echo "{$what}: {$message}\n";
        }
    }
}
echo $suspended > 80 ? "all suspended\n" : "{$suspended} places\n";
?>
--EXPECT--
all suspended
