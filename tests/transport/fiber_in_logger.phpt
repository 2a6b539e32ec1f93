--TEST--
Fibers suspend in the logger after a call on the wire: other fibers call meanwhile on the same connection, and each gets its own answer, resumed or not
--INI--
error_log=/dev/null
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Fiber;

require __DIR__ . '/../support/harness.php';

final class Logger
{
    public function log(mixed $level, string $message, array $context): void
    {
        Fiber::suspend($context['path']);
    }
}

$server = fault_server('--tls');
$suspending = new Client('key', $server->options(['logger' => new Logger()]));
$plain = new Client('key', $server->options());
$method = method_on_shared_connections();
$fibers = [];
foreach (['a', 'b', 'c', 'never', 'thrown'] as $name) {
    $fibers[$name] = new Fiber(static fn (): array => $suspending->request($method, "/{$name}"));
    echo "{$name} suspended after {$fibers[$name]->start()}\n";
    echo '  meanwhile ', $plain->request('GET', "/beside/{$name}")['target'], "\n";
}
foreach (['c', 'a', 'b'] as $name) {
    $fibers[$name]->resume();
    echo $fibers[$name]->getReturn()['target'], "\n";
}
// For the call, this is a logger that threw: the caller gets the answer.
$fibers['thrown']->throw(new \DomainException('thrown'));
echo $fibers['thrown']->getReturn()['target'], "\n";
unset($fibers, $suspending);
gc_collect_cycles();
echo $plain->request($method, '/after')['target'], "\n";
echo "{$server->executed()} executed on {$server->connections()} connection\n";
$server->stop();
?>
--EXPECT--
a suspended after /a
  meanwhile /beside/a
b suspended after /b
  meanwhile /beside/b
c suspended after /c
  meanwhile /beside/c
never suspended after /never
  meanwhile /beside/never
thrown suspended after /thrown
  meanwhile /beside/thrown
/c
/a
/b
/thrown
/after
11 executed on 1 connection
