--TEST--
While an exception is pending nothing is sent: the destructor of an argument, which throws when the argument has become text or digits, ends the call
--INI--
zend.exception_ignore_args=1
--FILE--
<?php

namespace AurpayTest\Enemy;

use Aurpay\Client;

require __DIR__ . '/suite/load.php';

final class Dying implements \Stringable
{
    public function __construct(private readonly string $text)
    {
    }

    public function __toString(): string
    {
        return $this->text;
    }

    public function __destruct()
    {
        throw new Thrown();
    }
}

/** Its method drops its last reference but the call's own. */
final class Date extends \DateTimeImmutable
{
    public static ?self $only = null;

    public function getTimestamp(): int
    {
        self::$only = null;

        return 0;
    }

    public function __destruct()
    {
        throw new Thrown();
    }
}

$server = \AurpayTest\fault_server();
Objects::$more = static fn (): array => ['base_uri' => $server->baseUri, 'handler' => null];
$sending = 0;
foreach (Api::allMethods() as $method) {
    $call = Accepted::of($method);
    $before = $server->executed();
    try {
        $result = $call->result();
        foreach ($result instanceof \Traversable ? $result : [] as $element) {
            break;
        }
    } catch (\Aurpay\AurpayException) {
    }
    $sends = $server->executed() > $before;
    foreach ($method->getParameters() as $position => $parameter) {
        if (!$sends || $method->isConstructor() || !in_array('string', Api::typesOf($parameter->getType()), true) || !is_string($call->arguments()[$position])) {
            continue;
        }
        $before = $server->executed();
        try {
            // Nothing but the call keeps the argument.
            $arguments = static fn (): array => array_replace($call->arguments(), [$position => new Dying($call->arguments()[$position])]);
            if ($method->isStatic()) {
                [$method->class, $method->name](...$arguments());
            } else {
                $call->object->{$method->name}(...$arguments());
            }
            echo Api::name($method), " returns\n";
        } catch (Thrown|\TypeError $thrown) {
            // An id is no Stringable.
            $sending += (int) ($thrown instanceof Thrown);
        }
        $server->settle();
        if ($server->executed() !== $before) {
            echo Api::name($method), " is sent although the destructor of \${$parameter->getName()} throws\n";
        }
    }
}
echo $sending >= 10 ? "destructors threw\n" : "only {$sending} threw\n";

$orders = (new Client('key', ['base_uri' => $server->baseUri]))->orders();
foreach (['list', 'each'] as $name) {
    Date::$only = new Date();
    // On a warm connection a request is written at once.
    $orders->fiatCurrencies();
    $before = $server->executed();
    try {
        $result = $orders->$name(['st' => &Date::$only]);
        echo "{$name} returns\n";
    } catch (Thrown) {
        $server->settle();
        echo "{$name}: ", $server->executed() - $before, " requests\n";
    }
}
$server->stop();
?>
--EXPECT--
destructors threw
list: 0 requests
each: 0 requests
